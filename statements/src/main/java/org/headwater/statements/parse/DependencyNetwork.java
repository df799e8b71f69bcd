package org.headwater.statements.parse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The network of Chen and Manning, "A Fast and Accurate Dependency Parser using Neural Networks" (EMNLP 2014), with
 * CoreNLP's weights: what is seen of a half-parsed sentence goes in, a score for each step comes out. It gives what
 * CoreNLP's own parser gives; it is here because that one takes more than two seconds of CPU to load, and a third of the
 * speed.
 *
 * <p>A feature, such as "the second word on the stack is <i>said</i>", always adds the same vector to the hidden layer. The
 * vectors last asked for are kept. Safe to share between threads.
 */
final class DependencyNetwork {
    /** Features that are seen at each step: 18 words, their 18 tags, and 12 relations. */
    static final int FEATURES = 48;

    static final String UNKNOWN = "-UNKNOWN-";
    static final String NULL = "-NULL-";
    static final String ROOT = "-ROOT-";

    /** Two to this power vectors are kept, of 4 kilobytes each. */
    private static final int KEPT_BITS = 14;

    private final Map<String, Integer> words;
    private final Map<String, Integer> tags;
    private final List<String> relations;
    private final int firstTag;
    private final int firstRelation;
    private final Weights weights;
    private final int width;
    private final int hidden;
    private final int steps;
    private final AtomicReferenceArray<Contribution> kept = new AtomicReferenceArray<>(1 << KEPT_BITS);

    DependencyNetwork(Vocabulary vocabulary, Weights weights) {
        this.words = places(vocabulary.words(), 0);
        this.firstTag = vocabulary.words().size();
        this.tags = places(vocabulary.tags(), firstTag);
        this.firstRelation = firstTag + vocabulary.tags().size();
        this.relations = List.copyOf(vocabulary.relations());
        this.weights = weights;
        this.hidden = weights.bias.length;
        this.steps = weights.second.length / hidden;
        this.width = weights.first.length / FEATURES / hidden;
    }

    /**
     * What the network knows, in the order of the embeddings.
     *
     * @param relations the first of them stands for none, the second is that of the root
     */
    record Vocabulary(List<String> words, List<String> tags, List<String> relations) {}

    /** The weights, row by row. */
    static final class Weights {
        private final float[] embeddings;
        private final float[] first;
        private final float[] bias;
        private final float[] second;

        /**
         * @param embeddings a row for each word, tag and relation
         * @param first a row of the hidden layer's units for each unit of each feature's embedding
         * @param bias of the hidden layer's units
         * @param second a row of scores for each of the hidden layer's units
         */
        Weights(float[] embeddings, float[] first, float[] bias, float[] second) {
            this.embeddings = embeddings;
            this.first = first;
            this.bias = bias;
            this.second = second;
        }
    }

    /** What a feature adds to the hidden layer. */
    private static final class Contribution {
        private final int key;
        private final float[] vector;

        Contribution(int key, float[] vector) {
            this.key = key;
            this.vector = vector;
        }
    }

    private static Map<String, Integer> places(List<String> names, int first) {
        Map<String, Integer> places = new HashMap<>(names.size() * 2);
        for (int i = 0; i < names.size(); i++) {
            places.put(names.get(i), first + i);
        }
        return places;
    }

    int word(String word) {
        Integer known = words.get(word);
        return known == null ? words.get(UNKNOWN) : known;
    }

    int tag(String tag) {
        Integer known = tags.get(tag);
        return known == null ? tags.get(UNKNOWN) : known;
    }

    /** The embedding of the relation of this number; of none for 0. */
    int relation(int number) {
        return firstRelation + number;
    }

    String relationName(int number) {
        return relations.get(number);
    }

    /** Number of relations, that for none among them. */
    int relations() {
        return relations.size();
    }

    /**
     * A score for each step: an arc to the left for each relation but none, one to the right for each, and the shift.
     *
     * @param features the embedding that stands at each of the {@value #FEATURES} places
     */
    float[] scores(int[] features) {
        float[] sum = weights.bias.clone();
        for (int place = 0; place < FEATURES; place++) {
            float[] vector = contribution(features[place], place);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += vector[i];
            }
        }
        float[] scores = new float[steps];
        float[] second = weights.second;
        for (int unit = 0; unit < hidden; unit++) {
            float cube = sum[unit] * sum[unit] * sum[unit];
            int row = unit * steps;
            for (int i = 0; i < scores.length; i++) {
                scores[i] += cube * second[row + i];
            }
        }
        return scores;
    }

    private float[] contribution(int embedding, int place) {
        int key = embedding * FEATURES + place;
        // Fibonacci hashing: neighbouring keys land far apart.
        int slot = (key * 0x9E3779B1) >>> (32 - KEPT_BITS);
        Contribution last = kept.get(slot);
        if (last != null && last.key == key) {
            return last.vector;
        }
        float[] vector = new float[hidden];
        for (int k = 0; k < width; k++) {
            float value = weights.embeddings[embedding * width + k];
            int row = (place * width + k) * hidden;
            float[] first = weights.first;
            for (int i = 0; i < vector.length; i++) {
                vector[i] += value * first[row + i];
            }
        }
        kept.set(slot, new Contribution(key, vector));
        return vector;
    }
}
