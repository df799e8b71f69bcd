package org.headwater.statements;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.headwater.codebook.Codebook;
import org.headwater.model.Span;
import org.headwater.statements.languages.LanguageWords;
import org.headwater.statements.languages.Stems;

/**
 * The fast pass over a whole text that picks the sentences worth parsing. A text in which no topic of the codebook is
 * named is not read at all; in one that names some, every sentence within reach of a topic is read if it has a term of
 * any list, a quotation mark or a figure, together with its neighbours, which say who speaks.
 *
 * <p>Words are compared by their stems through one hash look-up each, so that the pass costs far less than parsing. It
 * may pick too much, which costs time, but loses next to nothing. Thread-safe.
 */
final class Skim {
    /** Sentences around a topic that still belong to it. */
    static final int REACH = 15;

    /** The most sentences read of one document, the first ones: about two hundred newspaper pages. */
    static final int MOST_SENTENCES = 20_000;

    private static final int PIECE = 1 << 16;
    /** No term is longer. */
    private static final int OVERLAP = 300;

    private final Set<String> topicStarts = new HashSet<>();
    private final List<List<String>> topics = new ArrayList<>();
    private final Set<String> words = new HashSet<>();
    private final List<String> unspaced = new ArrayList<>();

    private final Stems stems;
    private final boolean english;

    private Skim(String language) {
        this.stems = Stems.of(language);
        this.english = language.startsWith("en");
    }

    static Skim of(Codebook codebook, String language) {
        Skim skim = new Skim(language);
        boolean spaced = !LanguageWords.of(language).isUnspaced();
        for (String list : codebook.terms().keySet()) {
            boolean topic = codebook.topics().contains(list);
            for (String term : codebook.terms(list, language)) {
                if (term.startsWith("!")) {
                    continue;
                }
                List<String> stems = skim.stems(term.replaceAll("/[vn]$", ""));
                if (!spaced && topic) {
                    skim.unspaced.add(term);
                } else if (topic && !stems.isEmpty()) {
                    skim.topics.add(stems);
                    skim.topicStarts.add(stems.get(0));
                }
                skim.words.addAll(stems);
            }
        }
        return skim;
    }

    /** Whether any topic is named; looked for piece by piece, so that a text of any length takes little memory. */
    boolean hasTopic(String text) {
        for (int begin = 0; begin < text.length(); begin += PIECE) {
            int end = Math.min(text.length(), begin + PIECE + OVERLAP);
            if (isTopical(text.substring(begin, end))) {
                return true;
            }
        }
        return false;
    }

    /** Places of the sentences worth reading, in order. */
    List<Integer> pick(String text, List<Span> sentences) {
        BitSet topical = new BitSet();
        for (int i = 0; i < sentences.size(); i++) {
            if (isTopical(sentences.get(i).of(text))) {
                topical.set(Math.max(0, i - REACH), Math.min(sentences.size(), i + REACH + 1));
            }
        }
        BitSet picked = new BitSet();
        for (int i = topical.nextSetBit(0); i >= 0; i = topical.nextSetBit(i + 1)) {
            if (isWorthReading(sentences.get(i).of(text))) {
                picked.set(Math.max(0, i - 1), Math.min(sentences.size(), i + 2));
            }
        }
        picked.and(topical);
        return picked.stream().limit(MOST_SENTENCES).boxed().toList();
    }

    private boolean isTopical(String sentence) {
        for (String term : unspaced) {
            if (sentence.contains(term)) {
                return true;
            }
        }
        if (topicStarts.isEmpty()) {
            return false;
        }
        List<String> stems = stems(sentence);
        for (int i = 0; i < stems.size(); i++) {
            if (topicStarts.contains(stems.get(i)) && startsTopic(stems, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean startsTopic(List<String> stems, int at) {
        for (List<String> topic : topics) {
            int from = at;
            int matched = 0;
            for (String stem : topic) {
                // A gap may hold many words.
                int limit = matched > 0 && topic.contains("..") ? from + 12 : from + 1;
                int found = -1;
                for (int i = from; i < Math.min(limit, stems.size()) && found < 0; i++) {
                    found = stems.get(i).equals(stem) ? i : -1;
                }
                if (stem.equals("..")) {
                    matched++;
                    continue;
                }
                if (found < 0) {
                    break;
                }
                from = found + 1;
                matched++;
            }
            if (matched == topic.size()) {
                return true;
            }
        }
        return false;
    }

    private boolean isWorthReading(String sentence) {
        for (int i = 0; i < sentence.length(); i++) {
            char c = sentence.charAt(i);
            if (Character.isDigit(c) || "\"“”„«»「」『』".indexOf(c) >= 0 || Character.isIdeographic(c)) {
                return true;
            }
        }
        return stems(sentence).stream().anyMatch(words::contains);
    }

    /** The words without their commonest endings, so that "stations" and "station" are one. */
    private List<String> stems(String text) {
        List<String> stems = new ArrayList<>();
        int begin = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean letter = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
            if (letter && begin < 0) {
                begin = i;
            } else if (!letter && begin >= 0) {
                stems.add(stem(text.substring(begin, i).toLowerCase(Locale.ROOT)));
                begin = -1;
            }
            if (begin < 0 && text.startsWith("..", i)) {
                stems.add("..");
                i++;
            }
        }
        return stems;
    }

    private String stem(String word) {
        if (!english) {
            return stems.stem(word);
        }
        for (String ending : List.of("ing", "ed", "es", "s", "e", "d")) {
            if (word.length() > ending.length() + 2 && word.endsWith(ending)) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }
}
