package org.headwater.statements.marks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.headwater.codebook.Codebook;
import org.headwater.codebook.TermList;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.model.Span;
import org.headwater.statements.languages.Stems;
import org.headwater.statements.parse.Parser;
import org.headwater.statements.parse.Sentence;
import org.headwater.statements.parse.Token;

/**
 * Finds the terms of a codebook among the words of a sentence, through a hash of their first words. A word of a term
 * stands for all inflected forms; hyphens and quotation marks between words are overlooked; {@code ..} stands for up to
 * {@value #WIDEST_GAP} words in between. Of overlapping terms of one list the longest counts. Thread-safe.
 */
public final class TermIndex {
    private static final int WIDEST_GAP = 10;
    private static final String GAP = "..";

    private final Map<String, List<Term>> byFirstWord = new HashMap<>();
    private final Set<String> standIns = new TreeSet<>();
    private final Stems stems;
    private final boolean chinese;
    private final Parser plain;
    /** Where a term is cut into words; CoreNLP cuts English at hyphens, other languages are cut at blanks alone. */
    private final String cuts;

    private TermIndex(String language) {
        this.stems = Stems.of(language);
        this.plain = language.startsWith("en") ? Parser.plain() : Parser.plain(language);
        this.cuts = language.startsWith("en") ? "\\s+|-" : "\\s+";
        this.chinese = language.startsWith("zh");
    }

    /** All terms of a codebook in a language. */
    public static TermIndex of(Codebook codebook, String language) {
        TermIndex index = new TermIndex(language);
        // In Chinese the terms of both scripts hold, in simplified characters.
        String terms = index.chinese ? "zh" : language;
        codebook.terms().forEach((name, list) -> list.in(terms).forEach(term -> index.add(name, term)));
        return index;
    }

    private void add(String list, String written) {
        if (written.equals(TermList.STAND_IN)) {
            standIns.add(list);
            return;
        }
        String term = written;
        boolean exception = term.startsWith("!");
        if (exception) {
            term = term.substring(1);
        }
        Optional<String> tag = Optional.empty();
        if (term.endsWith("/v") || term.endsWith("/n")) {
            tag = Optional.of(term.endsWith("/v") ? "VB" : "NN");
            term = term.substring(0, term.length() - 2);
        }
        List<String> words = new ArrayList<>();
        for (String part : term.split(cuts, -1)) {
            if (part.equals(GAP)) {
                words.add(part);
            } else {
                for (Token token : plain.parse(part, new Span(0, part.length())).tokens()) {
                    if (!token.isPunctuation()) {
                        words.add(form(token.word()));
                    }
                }
            }
        }
        if (!words.isEmpty()) {
            byFirstWord
                    .computeIfAbsent(words.get(0), key -> new ArrayList<>())
                    .add(new Term(list, List.copyOf(words), tag, exception));
        }
    }

    /** The lists whose noun a figure may stand for. */
    Set<String> standIns() {
        return standIns;
    }

    /** The terms in a sentence, by place, the longest first; none overlaps another of its list. */
    public List<TermMatch> matches(Sentence sentence) {
        List<List<String>> forms = new ArrayList<>(sentence.size());
        sentence.tokens().forEach(token -> forms.add(forms(token)));
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < forms.size(); i++) {
            for (String form : forms.get(i)) {
                for (Term term : byFirstWord.getOrDefault(form, List.of())) {
                    int last = lastWord(term, forms, i, sentence);
                    if (last >= 0) {
                        found.add(new Found(term, new Words(i, last)));
                    }
                }
            }
        }
        return longest(sentence, found);
    }

    /** Whether any term of these lists stands in the sentence. */
    public static boolean any(List<TermMatch> matches, Set<String> lists) {
        return matches.stream().anyMatch(match -> lists.contains(match.list()));
    }

    private static List<TermMatch> longest(Sentence sentence, List<Found> found) {
        found.sort(Comparator.comparingInt((Found each) -> -each.words().length())
                .thenComparing(each -> each.words().first()));
        Map<String, List<Words>> taken = new HashMap<>();
        List<TermMatch> matches = new ArrayList<>();
        for (Found each : found) {
            List<Words> own = taken.computeIfAbsent(each.term().list(), key -> new ArrayList<>());
            if (own.stream().noneMatch(words -> words.overlaps(each.words()))) {
                own.add(each.words());
                if (!each.term().exception()) {
                    matches.add(new TermMatch(each.term().list(), each.words(), head(sentence, each)));
                }
            }
        }
        matches.sort(Comparator.comparingInt((TermMatch match) -> match.words().first())
                .thenComparing(TermMatch::list));
        return List.copyOf(matches);
    }

    private static int head(Sentence sentence, Found found) {
        Words words = found.words();
        for (int i = words.first(); i <= words.last(); i++) {
            if (sentence.token(i).tagged("VB") && !sentence.isRelated(i, "aux") && !sentence.isRelated(i, "amod")) {
                return i;
            }
        }
        return words.last();
    }

    private static int lastWord(Term term, List<List<String>> forms, int from, Sentence sentence) {
        int at = from;
        for (int w = 1; w < term.words().size(); w++) {
            boolean gap = term.words().get(w).equals(GAP);
            String wanted = gap ? term.words().get(++w) : term.words().get(w);
            int limit = gap ? WIDEST_GAP : 0;
            int next = at + 1;
            while (next < forms.size() && !forms.get(next).contains(wanted)) {
                if (!sentence.token(next).isPunctuation() && --limit < 0) {
                    return -1;
                }
                next++;
            }
            if (next >= forms.size()) {
                return -1;
            }
            at = next;
        }
        return term.tag().isEmpty() || tagged(sentence, from, at, term.tag().get()) ? at : -1;
    }

    private static boolean tagged(Sentence sentence, int first, int last, String tag) {
        String own = sentence.token(tag.equals("VB") ? first : last).tag();
        return own.isEmpty() || own.startsWith(tag);
    }

    /** The form in which words of terms and of texts are compared. */
    private String form(String word) {
        return stems.stem(folded(chinese ? Gazetteer.simplified(word) : word));
    }

    private List<String> forms(Token token) {
        Set<String> forms = new LinkedHashSet<>();
        String word = form(token.word());
        forms.add(word);
        forms.add(folded(token.lemma()));
        if (token.tagged("NN") && word.length() > 3 && word.endsWith("s")) {
            forms.add(
                    word.endsWith("ies")
                            ? word.substring(0, word.length() - 3) + "y"
                            : word.substring(0, word.length() - 1));
        }
        if (word.startsWith("'")) {
            forms.add(word.substring(1));
        }
        return List.copyOf(forms);
    }

    /** Lower case, straight apostrophes. */
    static String folded(String word) {
        return word.toLowerCase(Locale.ROOT).replace('’', '\'').replace('‘', '\'');
    }

    private record Term(String list, List<String> words, Optional<String> tag, boolean exception) {}

    private record Found(Term term, Words words) {}
}
