package org.headwater.lineage;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.headwater.model.Document;
import org.headwater.model.Span;

/**
 * Finds documents that tell another's text in another language. Anchors (numbers, dates, names) stand in a translation in
 * the order of their sentences in the source, and (nearly) all of them; two reports of one event share many, but each in
 * its own order and each with many of its own. Sentences are aligned in order so that the weight of shared anchors is
 * greatest; an anchor weighs the more, the fewer documents of the case have it. Damaged names lose weight, not order.
 *
 * <p>A text with few anchors, or freely retold in another order, is not found.
 */
final class Translations {
    /** Least share of the weight of anchors that is matched in order: geometric mean of both sides. */
    private static final double MATCHED = 0.55;
    /** Least share of the words of one side that stand in aligned sentences. */
    private static final double ALIGNED = 0.4;

    private static final int LEAST_KEYS = 6;

    private final Function<Document, List<Anchor>> known;

    Translations(Function<Document, List<Anchor>> known) {
        this.known = known;
    }

    /** Two documents in different languages, one of which translates the other. */
    record Found(Overlap overlap, int shared, int ofA, int ofB) {}

    /** A document as sentences with their anchors. */
    private static final class Text {
        final CaseText of;
        final String language;
        final List<Span> sentences;
        final List<Set<String>> keys = new ArrayList<>();
        final Set<String> all = new TreeSet<>();

        Text(CaseText of, String language, List<Anchor> anchors) {
            this.of = of;
            this.language = language;
            this.sentences = sentences(of.document.text(), language);
            int next = 0;
            for (Span sentence : sentences) {
                Set<String> here = new TreeSet<>();
                while (next < anchors.size() && anchors.get(next).span().begin() < sentence.end()) {
                    here.add(anchors.get(next++).key());
                }
                keys.add(here);
                all.addAll(here);
            }
        }
    }

    List<Found> find(List<CaseText> all) {
        List<Text> texts = new ArrayList<>();
        Set<String> languages = new HashSet<>();
        for (CaseText text : all) {
            language(text.document).ifPresent(language -> {
                languages.add(language);
                texts.add(new Text(text, language, anchors(text.document)));
            });
        }
        if (languages.size() < 2) {
            return List.of();
        }
        Map<String, List<Integer>> places = new HashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            int number = i;
            texts.get(i)
                    .all
                    .forEach(key ->
                            places.computeIfAbsent(key, k -> new ArrayList<>()).add(number));
        }
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            int[] shared = new int[i];
            for (String key : texts.get(i).all) {
                for (int j : places.get(key)) {
                    if (j >= i) {
                        break;
                    }
                    shared[j]++;
                }
            }
            for (int j = 0; j < i; j++) {
                if (shared[j] >= LEAST_KEYS && !texts.get(i).language.equals(texts.get(j).language)) {
                    compare(texts.get(j), texts.get(i), places, texts.size()).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private List<Anchor> anchors(Document document) {
        List<Anchor> anchors = new ArrayList<>(known.apply(document));
        anchors.addAll(AnchorReader.read(document.text()));
        Collections.sort(anchors);
        return anchors;
    }

    private static Optional<Found> compare(Text a, Text b, Map<String, List<Integer>> places, int documents) {
        Map<String, Double> weights = new HashMap<>();
        for (Text text : List.of(a, b)) {
            for (String key : text.all) {
                double others = Math.max(0, places.get(key).size() - 2);
                boolean both = a.all.contains(key) && b.all.contains(key);
                boolean latinOnly = !both && key.startsWith("name:");
                weights.put(key, latinOnly ? 0.0 : Math.log(1 + documents / (1 + others)));
            }
        }
        List<int[]> path = path(a, b, weights);
        Set<String> matched = new TreeSet<>();
        double sum = 0;
        for (int[] step : path) {
            for (String key : a.keys.get(step[0])) {
                if (b.keys.get(step[1]).contains(key)) {
                    matched.add(key);
                    sum += weights.get(key);
                }
            }
        }
        double ofA = sum / total(a, weights);
        double ofB = sum / total(b, weights);
        if (matched.size() < LEAST_KEYS || Math.sqrt(ofA * ofB) < MATCHED) {
            return Optional.empty();
        }
        List<Alignment.Block> blocks = blocks(a, b, path);
        Overlap overlap = new Overlap(a.of, b.of, blocks, share(a, blocks), shareOfSecond(b, blocks));
        if (Math.max(overlap.shareOfA(), overlap.shareOfB()) < ALIGNED) {
            return Optional.empty();
        }
        return Optional.of(new Found(overlap, matched.size(), a.all.size(), b.all.size()));
    }

    private static double total(Text text, Map<String, Double> weights) {
        double total = 0;
        for (Set<String> keys : text.keys) {
            for (String key : keys) {
                total += weights.get(key);
            }
        }
        return Math.max(total, 1e-9);
    }

    /** The pairs of sentences, in order on both sides, that share the greatest weight; one may pair with two. */
    private static List<int[]> path(Text a, Text b, Map<String, Double> weights) {
        int n = a.keys.size();
        int m = b.keys.size();
        double[][] best = new double[n + 1][m + 1];
        double[][] gain = new double[n][m];
        for (int i = 1; i <= n; i++) {
            for (int j = 1; j <= m; j++) {
                for (String key : a.keys.get(i - 1)) {
                    gain[i - 1][j - 1] += b.keys.get(j - 1).contains(key) ? weights.get(key) : 0;
                }
                best[i][j] =
                        Math.max(best[i - 1][j - 1] + gain[i - 1][j - 1], Math.max(best[i - 1][j], best[i][j - 1]));
            }
        }
        List<int[]> path = new ArrayList<>();
        for (int i = n, j = m; i > 0 && j > 0; ) {
            if (best[i][j] == best[i - 1][j]) {
                i--;
            } else if (best[i][j] == best[i][j - 1]) {
                j--;
            } else {
                path.add(new int[] {--i, --j});
            }
        }
        Collections.reverse(path);
        return path;
    }

    /** Aligned sentences as stretches; those with at most two sentences between them on either side are one. */
    private static List<Alignment.Block> blocks(Text a, Text b, List<int[]> path) {
        List<Alignment.Block> blocks = new ArrayList<>();
        int first = 0;
        for (int k = 1; k <= path.size(); k++) {
            boolean goesOn = k < path.size()
                    && path.get(k)[0] - path.get(k - 1)[0] <= 3
                    && path.get(k)[1] - path.get(k - 1)[1] <= 3;
            if (!goesOn) {
                Words inA = a.of.prepared.words;
                Words inB = b.of.prepared.words;
                int aBegin = inA.wordAt(a.sentences.get(path.get(first)[0]).begin());
                int aEnd = inA.wordAt(a.sentences.get(path.get(k - 1)[0]).end() - 1);
                int bBegin = inB.wordAt(b.sentences.get(path.get(first)[1]).begin());
                int bEnd = inB.wordAt(b.sentences.get(path.get(k - 1)[1]).end() - 1);
                if (aEnd > aBegin && bEnd > bBegin) {
                    blocks.add(new Alignment.Block(aBegin, aEnd, bBegin, bEnd, aEnd - aBegin));
                }
                first = k;
            }
        }
        return blocks;
    }

    private static double share(Text text, List<Alignment.Block> blocks) {
        return Math.min(1, CaseText.covered(blocks) / (double) Math.max(1, text.of.prepared.words.count()));
    }

    private static double shareOfSecond(Text text, List<Alignment.Block> blocks) {
        return share(text, blocks.stream().map(Alignment.Block::swapped).toList());
    }

    private static List<Span> sentences(String text, String language) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.forLanguageTag(language));
        breaks.setText(text);
        List<Span> sentences = new ArrayList<>();
        int begin = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            sentences.add(new Span(begin, end));
            begin = end;
        }
        return sentences;
    }

    /** The document's language; where it is not stated, what its script tells. */
    private static Optional<String> language(Document document) {
        return document.primaryLanguage().or(() -> {
            String text = document.text();
            long han = text.codePoints()
                    .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                    .count();
            long kana = text.codePoints()
                    .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HIRAGANA)
                    .count();
            return han * 5 < text.length() ? Optional.empty() : Optional.of(kana * 10 > han ? "ja" : "zh");
        });
    }
}
