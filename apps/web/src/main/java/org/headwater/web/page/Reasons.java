package org.headwater.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Reasons in the reader's language. A case keeps why something was taken to be so as an English sentence. Most are made
 * after one of the sentences that the words of the interface have under {@code reason.}: such a sentence is met again, with
 * the names and figures in it, and said in the other language. Any other stays English. Safe for use by several threads.
 */
@Component("reasons")
public final class Reasons {
    private static final String KEYS = "reason.";
    private static final Pattern PART = Pattern.compile("; (?:and so )?(?![^“]*”)");
    private static final Pattern HOLE = Pattern.compile("\\{(\\d)}");

    private final MessageSource messages;
    private final List<Sentence> sentences;
    private final List<Sentence> ofSeveralParts;

    Reasons(MessageSource messages) {
        this.messages = messages;
        List<Sentence> all = new ArrayList<>();
        ResourceBundle english = ResourceBundle.getBundle(Language.WORDS, Locale.ROOT);
        english.keySet().stream()
                .filter(key -> key.startsWith(KEYS))
                .map(key -> Sentence.of(key, english.getString(key)))
                .forEach(all::add);
        // The one with most words of its own is met first.
        all.sort((one, other) -> one.own() != other.own() ? other.own() - one.own() : one.key.compareTo(other.key));
        this.sentences = List.copyOf(all);
        this.ofSeveralParts = all.stream()
                .filter(each -> PART.matcher(english.getString(each.key)).find())
                .toList();
    }

    /**
     * A reason as it is shown.
     *
     * @param words the sentence
     * @param language BCP 47 tag where it is not in the language of the page; otherwise empty
     */
    public record Said(String words, String language) {}

    /** The reason for the reader of this page. */
    public Said of(String reason) {
        Locale locale = LocaleContextHolder.getLocale();
        if (reason.isEmpty() || locale.getLanguage().equals(Locale.ENGLISH.getLanguage())) {
            return new Said(reason, "");
        }
        Optional<String> whole = said(reason, ofSeveralParts, locale);
        if (whole.isPresent()) {
            return new Said(whole.get(), "");
        }
        List<String> parts = new ArrayList<>();
        for (String part : PART.split(reason, -1)) {
            Optional<String> said = said(part, sentences, locale);
            if (said.isEmpty()) {
                return new Said(reason, "en");
            }
            parts.add(said.get());
        }
        return new Said(String.join(messages.getMessage("reasons.between", null, locale), parts), "");
    }

    private Optional<String> said(String part, List<Sentence> among, Locale locale) {
        for (Sentence each : among) {
            Matcher matcher = each.form.matcher(part.replace('\'', '’'));
            if (matcher.matches()) {
                Object[] filled = new Object[each.holes.size()];
                for (int i = 0; i < filled.length; i++) {
                    filled[each.holes.get(i)] = matcher.group(i + 1);
                }
                return Optional.of(messages.getMessage(each.key, filled, locale));
            }
        }
        return Optional.empty();
    }

    /** A sentence of the English words, with the places where something is filled in, in their order. */
    private record Sentence(String key, Pattern form, List<Integer> holes) {
        static Sentence of(String key, String english) {
            StringBuilder form = new StringBuilder();
            List<Integer> holes = new ArrayList<>();
            Matcher hole = HOLE.matcher(english);
            int done = 0;
            while (hole.find()) {
                form.append(Pattern.quote(english.substring(done, hole.start())))
                        .append("(.+?)");
                holes.add(Integer.parseInt(hole.group(1)));
                done = hole.end();
            }
            form.append(Pattern.quote(english.substring(done)));
            return new Sentence(key, Pattern.compile(form.toString(), Pattern.DOTALL), List.copyOf(holes));
        }

        /** Letters that are not filled in, nearly. */
        int own() {
            return form.pattern().length() - 9 * holes.size();
        }
    }
}
