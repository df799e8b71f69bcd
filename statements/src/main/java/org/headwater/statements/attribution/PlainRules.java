package org.headwater.statements.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.headwater.model.Attribution;
import org.headwater.model.Span;
import org.headwater.statements.attribution.Quotations.Quotation;
import org.headwater.statements.parse.ParsedText;

/**
 * Attribution without a parser, for languages in which the speaker stands right beside the verb of saying: Chinese and
 * Spanish. Each sentence is searched for the verbs of its cue list as plain strings.
 */
final class PlainRules {
    private static final int LONGEST_SOURCE = 120;
    /** A date between the speaker and the verb, in Chinese. */
    private static final java.util.regex.Pattern DATE =
            java.util.regex.Pattern.compile("(?:今年|去年|本月|上月)?(?:\\d{4}年)?(?:\\d{1,2}月)?(?:\\d{1,2}日)?$");

    private static final int LONGEST_QUOTED_NAME = 40;
    private static final String CLOSING = "”」』»)）’";
    private static final String OPENING = "“「『«(（‘";
    private static final String BREAKS = "，,。；;：:！!？?“”「」『』«»\"()（）";

    private static final Comparator<String> LONGEST_FIRST =
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder());

    private final ParsedText text;
    private final CueLexicon lexicon;
    private final List<String> according;
    private final Map<String, CueKind> verbs;
    private final List<Quotation> quotations;
    private Optional<Speaker> last = Optional.empty();

    PlainRules(ParsedText text, CueLexicon lexicon) {
        this.text = text;
        this.lexicon = lexicon;
        this.according =
                lexicon.list("according").stream().sorted(LONGEST_FIRST).toList();
        this.verbs = new TreeMap<>(LONGEST_FIRST);
        verbs.putAll(lexicon.verbPhrases());
        this.quotations = Quotations.of(text.text());
    }

    static boolean knows(String language) {
        return Set.of("zh", "es").contains(language);
    }

    List<AttributedProposition> find() {
        List<AttributedProposition> found = new ArrayList<>();
        for (int i = 0; i < text.size(); i++) {
            Span sentence = text.sentences().get(i);
            Optional<AttributedProposition> one = according(sentence).or(() -> verb(sentence));
            if (one.isPresent()) {
                last = Optional.of(one.get().source());
                found.add(one.get());
            } else if (last.isPresent() && isQuotation(sentence) && goesOn(i)) {
                found.add(proposition(
                        last.get(),
                        last.get().span(),
                        Attribution.How.QUOTATION,
                        CueKind.SAY,
                        List.of(sentence),
                        "quotation goes on"));
            }
        }
        return found;
    }

    private boolean isQuotation(Span sentence) {
        return quotations.stream()
                .anyMatch(each -> Spans.shared(List.of(each.span()), List.of(sentence)) * 5 >= sentence.length() * 4);
    }

    private boolean goesOn(int index) {
        return index > 0 && text.paragraph(index) - text.paragraph(index - 1) <= 1;
    }

    // ---- according to --------------------------------------------------------------------------------------------

    private Optional<AttributedProposition> according(Span sentence) {
        String words = sentence.of(text.text());
        String lower = words.toLowerCase(Locale.ROOT);
        for (String phrase : according) {
            int at = indexOfWord(lower, phrase, 0);
            // A single sign is half a word as often as not: 据 in 据点.
            while (at > 0 && phrase.length() == 1 && BREAKS.indexOf(lower.charAt(at - 1)) < 0) {
                at = indexOfWord(lower, phrase, at + 1);
            }
            if (at < 0 || isQuoted(sentence.begin() + at)) {
                continue;
            }
            int begin = afterVerb(lower, at + phrase.length());
            int end = begin;
            while (end < words.length() && BREAKS.indexOf(words.charAt(end)) < 0 && words.charAt(end) != '.') {
                end++;
            }
            end = endOfQuotedName(words, begin, end);
            String name = words.substring(begin, end);
            for (String tail : lexicon.list("according-end")) {
                int cut = name.indexOf(tail);
                if (cut > 0) {
                    end = begin + cut;
                    break;
                }
            }
            Span source = trim(new Span(sentence.begin() + begin, sentence.begin() + end));
            Span cue = new Span(sentence.begin() + at, sentence.begin() + at + phrase.length());
            int rest = words.indexOf('，', end) >= 0 ? words.indexOf('，', end) : words.indexOf(',', end);
            List<Span> content = at < 3 && rest >= 0
                    ? List.of(new Span(sentence.begin() + rest + 1, sentence.end()))
                    : List.of(
                            new Span(sentence.begin(), cue.begin()), new Span(sentence.begin() + end, sentence.end()));
            return source.isEmpty() || source.length() > LONGEST_SOURCE
                    ? Optional.empty()
                    : built(
                            source,
                            cue,
                            Attribution.How.ACCORDING_TO,
                            CueKind.SOURCE,
                            content,
                            "phrase '" + phrase + "'");
        }
        return Optional.empty();
    }

    /** "según confirmaron fuentes …": behind a verb of saying that stands before its subject. */
    private int afterVerb(String lower, int from) {
        int begin = from;
        while (begin < lower.length() && Character.isWhitespace(lower.charAt(begin))) {
            begin++;
        }
        int start = begin;
        return verbs.keySet().stream()
                .filter(verb -> lower.startsWith(verb, start)
                        && !Character.isIdeographic(verb.codePointAt(0))
                        && indexOfWord(lower, verb, start) == start)
                .findFirst()
                .map(verb -> start + verb.length())
                .orElse(from);
    }

    /** "según publica el diario ‘El Mundo’ …": with a quoted name the source ends. */
    private static int endOfQuotedName(String words, int begin, int end) {
        int open = -1;
        for (int i = begin; i < words.length() && i <= end + LONGEST_QUOTED_NAME; i++) {
            if (open < 0 && OPENING.indexOf(words.charAt(i)) >= 0 && i <= end) {
                open = OPENING.indexOf(words.charAt(i));
            } else if (open >= 0 && CLOSING.indexOf(words.charAt(i)) == open) {
                return i + 1;
            }
        }
        return end;
    }

    // ---- verbs ---------------------------------------------------------------------------------------------------

    private Optional<AttributedProposition> verb(Span sentence) {
        String lower = sentence.of(text.text()).toLowerCase(Locale.ROOT);
        int bestAt = Integer.MAX_VALUE;
        String best = "";
        for (String verb : verbs.keySet()) {
            int at = indexOfWord(lower, verb, 0);
            while (at >= 0 && (isQuoted(sentence.begin() + at) || isPartOfWord(lower, at, verb.length()))) {
                at = indexOfWord(lower, verb, at + 1);
            }
            if (at >= 0 && at < bestAt) {
                bestAt = at;
                best = verb;
            }
        }
        return best.isEmpty()
                ? Optional.empty()
                : around(
                        sentence,
                        new Span(sentence.begin() + bestAt, sentence.begin() + bestAt + best.length()),
                        verbs.get(best));
    }

    /** Whether the signs belong to a longer word that says nothing: 说 in 说法. */
    private boolean isPartOfWord(String lower, int at, int length) {
        for (String word : lexicon.list("not-cue")) {
            for (int from = Math.max(0, at - word.length()); from <= at; from++) {
                if (lower.startsWith(word, from) && from + word.length() >= at + length) {
                    return true;
                }
            }
        }
        return false;
    }

    private Optional<AttributedProposition> around(Span sentence, Span cue, CueKind kind) {
        Span after = new Span(cue.end(), sentence.end());
        Span follower = phraseAfter(cue.end(), sentence.end());
        String rest = after.of(text.text()).strip();
        boolean inverted = precededByContent(sentence, cue)
                && !follower.isEmpty()
                && lexicon.list("inverts").contains("yes");
        Optional<Span> agent = rest.length() < 2 ? agent(phraseBefore(sentence, cue.begin())) : Optional.empty();
        Span leader = phraseBefore(sentence, cue.begin());
        // "… que ha denunciado la organización": a relative word says nothing.
        boolean relative =
                lexicon.list("that").contains(leader.of(text.text()).toLowerCase(Locale.ROOT)) && !follower.isEmpty();
        Span source = agent.orElseGet(() -> inverted || relative ? follower : leader);
        if (source.isEmpty() || source.length() > LONGEST_SOURCE) {
            return Optional.empty();
        }
        // The mark before who did it is one sign.
        int before = Math.min(source.begin(), cue.begin()) - (agent.isPresent() ? 1 : 0);
        List<Span> content = rest.length() > 2 && !inverted && !relative
                ? List.of(afterThat(after))
                : List.of(new Span(relative ? antecedent(sentence, leader) : sentence.begin(), before));
        return built(source, cue, Attribution.How.REPORT_VERB, kind, content, "verb '" + cue.of(text.text()) + "'");
    }

    /** Where the noun begins that a relative word stands for: at the article before it, else with the sentence. */
    private int antecedent(Span sentence, Span relative) {
        String before =
                text.text().substring(sentence.begin(), relative.begin()).toLowerCase(Locale.ROOT);
        return sentence.begin()
                + lexicon.list("articles").stream()
                        .mapToInt(article -> before.lastIndexOf(" " + article + " ") + 1)
                        .max()
                        .orElse(0);
    }

    /** "这些站点由某组织披露": who did it, of the phrase before a verb that ends its sentence. */
    private Optional<Span> agent(Span phrase) {
        String words = phrase.of(text.text());
        return lexicon.list("agent").stream()
                .filter(words::contains)
                .map(mark -> new Span(phrase.begin() + words.indexOf(mark) + mark.length(), phrase.end()))
                .filter(span -> !span.isEmpty())
                .findFirst()
                .map(this::trim);
    }

    /** Content without the word for "that" before it. */
    private Span afterThat(Span content) {
        String words = content.of(text.text());
        int begin = 0;
        while (begin < words.length() && isLead(words.charAt(begin))) {
            begin++;
        }
        for (String that : lexicon.list("that")) {
            if (words.startsWith(that + " ", begin)) {
                begin += that.length() + 1;
                break;
            }
        }
        return new Span(Math.min(content.end(), content.begin() + begin), content.end());
    }

    private static boolean isLead(char c) {
        boolean opensQuotation = "“「『«\"".indexOf(c) >= 0;
        return Character.isWhitespace(c) || (BREAKS.indexOf(c) >= 0 && !opensQuotation);
    }

    private boolean precededByContent(Span sentence, Span cue) {
        String before = text.text().substring(sentence.begin(), cue.begin()).stripTrailing();
        return before.endsWith(",")
                || before.endsWith("”")
                || before.endsWith("\"")
                || before.endsWith("»")
                || before.endsWith("—");
    }

    private Span phraseBefore(Span sentence, int end) {
        int begin = end;
        while (begin > sentence.begin()) {
            int name = beginOfQuotedName(sentence, begin);
            if (name < begin) {
                begin = name;
            } else if (BREAKS.indexOf(text.text().charAt(begin - 1)) < 0) {
                begin--;
            } else {
                break;
            }
        }
        Span phrase = trim(new Span(begin, end));
        for (String stop : lexicon.list("before-source")) {
            if (indexOfWord(phrase.of(text.text()), stop, 0) == 0 && phrase.length() > stop.length()) {
                phrase = trim(new Span(phrase.begin() + stop.length(), phrase.end()));
            }
        }
        for (String stop : lexicon.list("after-source")) {
            // What is cut off stands behind a name and its quotation marks, and is no half of a word: 于 in 位于.
            String words = phrase.of(text.text());
            int cut = indexOfWord(words, stop, Math.max(1, lastClosing(words) + 1));
            while (cut > 0 && isPartOfWord(words, cut, stop.length())) {
                cut = indexOfWord(words, stop, cut + 1);
            }
            if (cut > 0) {
                phrase = trim(new Span(phrase.begin(), phrase.begin() + cut));
            }
        }
        java.util.regex.Matcher date = DATE.matcher(phrase.of(text.text()));
        return date.find() && date.start() > 0 && date.end() > date.start()
                ? trim(new Span(phrase.begin(), phrase.begin() + date.start()))
                : phrase;
    }

    /** Where a short quoted name begins that ends right here, such as “保护卫士”; the place itself if none does. */
    private int beginOfQuotedName(Span sentence, int end) {
        int closing = CLOSING.indexOf(text.text().charAt(end - 1));
        if (closing < 0) {
            return end;
        }
        for (int at = end - 2; at >= Math.max(sentence.begin(), end - LONGEST_QUOTED_NAME - 2); at--) {
            char c = text.text().charAt(at);
            if (c == OPENING.charAt(closing)) {
                return at;
            }
            if (BREAKS.indexOf(c) >= 0) {
                return end;
            }
        }
        return end;
    }

    private static int lastClosing(String words) {
        int last = -1;
        for (int i = 0; i < words.length(); i++) {
            last = CLOSING.indexOf(words.charAt(i)) >= 0 ? i : last;
        }
        return last;
    }

    private Span phraseAfter(int begin, int limit) {
        int end = begin;
        while (end < limit
                && BREAKS.indexOf(text.text().charAt(end)) < 0
                && text.text().charAt(end) != '.') {
            end++;
        }
        return trim(new Span(begin, end));
    }

    // ---- common --------------------------------------------------------------------------------------------------

    private Optional<AttributedProposition> built(
            Span source, Span cue, Attribution.How how, CueKind kind, List<Span> content, String reason) {
        List<Span> rest =
                Spans.trimmed(text.text(), Spans.without(Spans.without(Spans.normalized(content), source), cue));
        if (rest.isEmpty()) {
            return Optional.empty();
        }
        String words = source.of(text.text());
        boolean refers = lexicon.list("refers").stream()
                        .anyMatch(word -> words.toLowerCase(Locale.ROOT).equals(word))
                || lexicon.list("refers-start").stream().anyMatch(words.toLowerCase(Locale.ROOT)::startsWith);
        Speaker speaker = refers && last.isPresent()
                ? new Speaker(
                        source,
                        words,
                        last.get().name(),
                        Optional.empty(),
                        last.get().body(),
                        "'" + words + "' is taken for '" + last.get().name() + "', who spoke last")
                : new Speaker(
                        source, words, withoutArticle(quotedName(source)), Optional.empty(), Optional.empty(), "named");
        return Optional.of(proposition(speaker, cue, how, kind, rest, reason));
    }

    /** The name in quotation marks that ends the words, such as 人权组织“某某”; the words themselves if none does. */
    private String quotedName(Span source) {
        int begin = beginOfQuotedName(source, source.end());
        boolean described = begin > source.begin() && begin + 2 < source.end();
        return described ? text.text().substring(begin + 1, source.end() - 1) : source.of(text.text());
    }

    private AttributedProposition proposition(
            Speaker speaker, Span cue, Attribution.How how, CueKind kind, List<Span> content, String reason) {
        return new AttributedProposition(
                speaker,
                cue,
                kind,
                content,
                AttributionFinder.mode(quotations, content),
                how,
                Optional.empty(),
                0,
                reason);
    }

    private String withoutArticle(String words) {
        for (String article : lexicon.list("articles")) {
            if (words.toLowerCase(Locale.ROOT).startsWith(article + " ")) {
                return words.substring(article.length() + 1);
            }
        }
        return words;
    }

    private boolean isQuoted(int offset) {
        return quotations.stream()
                .anyMatch(each ->
                        each.span().begin() <= offset && offset < each.span().end());
    }

    /** Where the word stands whole; in Chinese, where words are not set apart, anywhere. */
    private static int indexOfWord(String lower, String word, int from) {
        int at = lower.indexOf(word, from);
        while (at >= 0) {
            boolean ideographic = Character.isIdeographic(word.codePointAt(0));
            boolean begins = at == 0 || !Character.isLetter(lower.charAt(at - 1));
            boolean ends =
                    at + word.length() >= lower.length() || !Character.isLetter(lower.charAt(at + word.length()));
            if (ideographic || (begins && ends)) {
                return at;
            }
            at = lower.indexOf(word, at + 1);
        }
        return -1;
    }

    private Span trim(Span span) {
        List<Span> trimmed = Spans.trimmed(text.text(), List.of(span));
        return trimmed.isEmpty() ? new Span(span.begin(), span.begin()) : trimmed.get(0);
    }
}
