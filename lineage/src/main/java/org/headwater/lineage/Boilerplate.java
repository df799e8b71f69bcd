package org.headwater.lineage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The furniture of sites: word runs that stand on several different articles of one outlet, such as navigation and comment
 * forms. Two prints of one article count once, so that an article taken in several times is not mistaken for furniture.
 */
final class Boilerplate {
    private static final double SAME_ARTICLE = 0.8;

    private final Map<CaseText, BitSet> furniture = new HashMap<>();
    private final ReuseSettings settings;

    Boilerplate(List<CaseText> texts, ReuseSettings settings) {
        this.settings = settings;
        Map<String, List<CaseText>> bySite = new HashMap<>();
        for (CaseText text : texts) {
            text.site()
                    .ifPresent(site -> bySite.computeIfAbsent(site, key -> new ArrayList<>())
                            .add(text));
        }
        bySite.values().forEach(this::study);
    }

    /** The words of a text that are furniture of its site. */
    BitSet words(CaseText text) {
        return furniture.getOrDefault(text, new BitSet());
    }

    /** The block without the furniture at its ends; nothing is left of a block that is mostly furniture. */
    List<Alignment.Block> strip(List<Alignment.Block> blocks, CaseText a, CaseText b) {
        BitSet inA = words(a);
        BitSet inB = words(b);
        if (inA.isEmpty() && inB.isEmpty()) {
            return blocks;
        }
        List<Alignment.Block> kept = new ArrayList<>();
        for (Alignment.Block block : blocks) {
            Alignment.Block trimmed = trim(block, inA, inB);
            int own = trimmed.aLength()
                    - inA.get(trimmed.aBegin(), trimmed.aEnd()).cardinality();
            boolean onBothSides = trimmed.bEnd() > trimmed.bBegin();
            if (onBothSides && own >= settings.passageWords() && own * 2 >= trimmed.aLength()) {
                kept.add(trimmed);
            }
        }
        return kept;
    }

    private static Alignment.Block trim(Alignment.Block block, BitSet inA, BitSet inB) {
        int length = Math.min(block.aLength(), block.bEnd() - block.bBegin());
        int head = 0;
        while (head < length && (inA.get(block.aBegin() + head) || inB.get(block.bBegin() + head))) {
            head++;
        }
        int tail = 0;
        while (tail < length - head && (inA.get(block.aEnd() - 1 - tail) || inB.get(block.bEnd() - 1 - tail))) {
            tail++;
        }
        return new Alignment.Block(
                block.aBegin() + head,
                block.aEnd() - tail,
                block.bBegin() + head,
                block.bEnd() - tail,
                Math.max(0, block.matched() - head - tail));
    }

    private void study(List<CaseText> site) {
        if (site.size() < settings.boilerplateDocuments()) {
            return;
        }
        Map<Long, Integer> articles = new HashMap<>();
        for (List<CaseText> prints : articles(site)) {
            prints.stream()
                    .flatMapToLong(print -> Arrays.stream(print.prepared.runs))
                    .distinct()
                    .forEach(run -> articles.merge(run, 1, Integer::sum));
        }
        for (CaseText text : site) {
            BitSet words = new BitSet();
            long[] runs = text.prepared.runs;
            for (int i = 0; i < runs.length; i++) {
                if (articles.get(runs[i]) >= settings.boilerplateDocuments()) {
                    words.set(i, text.prepared.words.runEnd(i, settings.seedWords()));
                }
            }
            furniture.put(text, words);
        }
    }

    /** The site's documents, those that print one article together. */
    private static List<List<CaseText>> articles(List<CaseText> site) {
        List<List<CaseText>> articles = new ArrayList<>();
        for (CaseText text : site) {
            articles.stream()
                    .filter(prints -> isSameArticle(prints.get(0), text))
                    .findFirst()
                    .orElseGet(() -> {
                        List<CaseText> prints = new ArrayList<>();
                        articles.add(prints);
                        return prints;
                    })
                    .add(text);
        }
        return articles;
    }

    private static boolean isSameArticle(CaseText a, CaseText b) {
        int shared = 0;
        for (int i = 0, j = 0; i < a.fingerprints.length && j < b.fingerprints.length; ) {
            int order = Long.compare(a.fingerprints[i], b.fingerprints[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return shared >= SAME_ARTICLE * (a.fingerprints.length + b.fingerprints.length - shared);
    }
}
