package org.headwater.lineage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.headwater.model.PartialDate;

/**
 * Which documents of a case are worth comparing word by word: those that share at least two fingerprints, and of these for
 * each document the ones that share most. A text that thousands print would otherwise cost millions of comparisons, which
 * tell nothing that those with the earliest and the closest prints do not.
 */
final class Candidates {
    private static final int LEAST_SHARED = 2;

    private final List<CaseText> all;
    private final ReuseSettings settings;
    private final Map<Long, Posting> postings = new HashMap<>();

    /** @param all the documents by ascending id */
    Candidates(List<CaseText> all, ReuseSettings settings) {
        this.all = all;
        this.settings = settings;
        for (int i = 0; i < all.size(); i++) {
            for (long fingerprint : all.get(i).fingerprints) {
                postings.computeIfAbsent(fingerprint, key -> new Posting()).add(i);
            }
        }
    }

    /** Two documents, the one with the lesser id first. */
    record Pair(CaseText a, CaseText b) {}

    /** The pairs to compare, by the place of the second, then of the first. */
    Collection<Pair> pairs() {
        Map<Long, Pair> pairs = new TreeMap<>();
        int[] shared = new int[all.size()];
        for (int i = 0; i < all.size(); i++) {
            for (int other : closest(i, shared)) {
                int low = Math.min(i, other);
                int high = Math.max(i, other);
                pairs.computeIfAbsent((long) high << 32 | low, key -> new Pair(all.get(low), all.get(high)));
            }
        }
        return pairs.values();
    }

    /** The documents that share most with this one; of equals the earliest first. */
    private List<Integer> closest(int document, int[] shared) {
        List<Integer> found = new ArrayList<>();
        for (long fingerprint : all.get(document).fingerprints) {
            Posting posting = postings.get(fingerprint);
            for (int k = 0; k < posting.size && posting.size <= settings.documentsPerSeed(); k++) {
                int other = posting.documents[k];
                if (++shared[other] == LEAST_SHARED && other != document) {
                    found.add(other);
                }
            }
        }
        if (found.size() > settings.comparisonsPerDocument()) {
            found.sort(Comparator.comparing((Integer other) -> -shared[other])
                    .thenComparing(other -> published(all.get(other)))
                    .thenComparing(Comparator.naturalOrder()));
            found = new ArrayList<>(found.subList(0, settings.comparisonsPerDocument()));
        }
        Arrays.fill(shared, 0);
        return found;
    }

    private static LocalDate published(CaseText text) {
        return text.document.published().value().map(PartialDate::firstDay).orElse(LocalDate.MAX);
    }

    /** The documents with one fingerprint, ascending. */
    private static final class Posting {
        int[] documents = new int[1];
        int size;

        void add(int document) {
            if (size == documents.length) {
                documents = Arrays.copyOf(documents, size * 2);
            }
            documents[size++] = document;
        }
    }
}
