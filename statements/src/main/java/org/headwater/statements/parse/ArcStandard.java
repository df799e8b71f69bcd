package org.headwater.statements.parse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One sentence on its way through the parser: words are moved from a buffer to a stack, and the two on top of the stack are
 * joined, one becoming the head of the other, until only the root is left (Nivre 2004, arc-standard). Which step comes
 * next, the network says. Words are numbered from 1, the root is 0, nothing is −1.
 */
final class ArcStandard {
    private static final int NOTHING = -1;
    private static final int TAGS = 18;
    private static final int RELATIONS = 36;
    /** Places of words that are read from stack and buffer; after them come the children of the two on top. */
    private static final int TOP = 6;

    private static final int CHILDREN = 6;
    private static final int ROOT_RELATION = 1;

    private final DependencyNetwork network;
    private final int size;
    private final int[] words;
    private final int[] tags;
    private final int noWord;
    private final int noTag;
    private final int[] heads;
    private final int[] relations;
    private final int[] stack;
    private int depth = 1;
    private int next = 1;
    /** The outermost child on either side, and the one before it. */
    private final int[] left;

    private final int[] secondLeft;
    private final int[] right;
    private final int[] secondRight;
    private final int[] features = new int[DependencyNetwork.FEATURES];

    private ArcStandard(DependencyNetwork network, List<String> words, List<String> tags) {
        this.network = network;
        this.size = words.size();
        this.words = new int[size + 1];
        this.tags = new int[size + 1];
        this.words[0] = network.word(DependencyNetwork.ROOT);
        this.tags[0] = network.tag(DependencyNetwork.ROOT);
        for (int i = 1; i <= size; i++) {
            this.words[i] = network.word(words.get(i - 1));
            this.tags[i] = network.tag(tags.get(i - 1));
        }
        this.noWord = network.word(DependencyNetwork.NULL);
        this.noTag = network.tag(DependencyNetwork.NULL);
        this.heads = new int[size + 1];
        this.relations = new int[size + 1];
        this.stack = new int[size + 2];
        this.left = nothing();
        this.secondLeft = nothing();
        this.right = nothing();
        this.secondRight = nothing();
    }

    private int[] nothing() {
        int[] children = new int[size + 1];
        Arrays.fill(children, NOTHING);
        return children;
    }

    /**
     * The heads of a sentence's words and their relations.
     *
     * @param heads place of each word's head, from 0; −1 for the root
     */
    record Tree(List<Integer> heads, List<String> relations) {}

    /** The best tree, step by step. Needs a tag for each word; a sentence without words has an empty tree. */
    static Tree parse(DependencyNetwork network, List<String> words, List<String> tags) {
        ArcStandard sentence = new ArcStandard(network, words, tags);
        while (sentence.depth > 1 || sentence.next <= sentence.size) {
            sentence.look();
            sentence.step(sentence.best(network.scores(sentence.features)));
        }
        List<Integer> heads = new ArrayList<>(words.size());
        List<String> relations = new ArrayList<>(words.size());
        for (int i = 1; i <= words.size(); i++) {
            heads.add(sentence.heads[i] - 1);
            relations.add(network.relationName(sentence.relations[i]));
        }
        return new Tree(heads, relations);
    }

    // ---- what the network sees -----------------------------------------------------------------------------------

    private void look() {
        for (int i = 0; i < 3; i++) {
            see(i, onStack(2 - i));
            see(3 + i, next + i <= size ? next + i : NOTHING);
        }
        for (int i = 0; i < 2; i++) {
            int top = onStack(i);
            int place = TOP + i * CHILDREN;
            int[] children = {
                at(left, top),
                at(right, top),
                at(secondLeft, top),
                at(secondRight, top),
                at(left, at(left, top)),
                at(right, at(right, top))
            };
            for (int j = 0; j < CHILDREN; j++) {
                see(place + j, children[j]);
                int relation = children[j] == NOTHING ? 0 : relations[children[j]];
                features[RELATIONS + place - TOP + j] = network.relation(relation);
            }
        }
    }

    private void see(int place, int word) {
        features[place] = word == NOTHING ? noWord : words[word];
        features[TAGS + place] = word == NOTHING ? noTag : tags[word];
    }

    private int onStack(int below) {
        return below < depth ? stack[depth - 1 - below] : NOTHING;
    }

    private static int at(int[] children, int word) {
        return word == NOTHING ? NOTHING : children[word];
    }

    // ---- steps ---------------------------------------------------------------------------------------------------

    /** The step with the highest score among those that are allowed. */
    private int best(float[] scores) {
        int arcs = network.relations() - 1;
        boolean rootBelow = depth == 2;
        int best = next <= size ? 2 * arcs : NOTHING;
        float highest = best == NOTHING ? Float.NEGATIVE_INFINITY : scores[best];
        // Ties go to the step that comes first, as they do where these weights were learnt.
        for (int step = 2 * arcs - 1; step >= 0; step--) {
            boolean toRoot = step % arcs == ROOT_RELATION - 1;
            boolean allowed = rootBelow ? step >= arcs && toRoot && next > size : depth > 2 && !toRoot;
            if (allowed && scores[step] >= highest) {
                highest = scores[step];
                best = step;
            }
        }
        return best;
    }

    private void step(int step) {
        int arcs = network.relations() - 1;
        if (step == 2 * arcs) {
            stack[depth++] = next++;
        } else if (step < arcs) {
            int head = stack[depth - 1];
            int child = stack[depth - 2];
            join(head, child, step + 1);
            secondLeft[head] = left[head];
            left[head] = child;
            stack[depth - 2] = head;
            depth--;
        } else {
            int head = stack[depth - 2];
            int child = stack[depth - 1];
            join(head, child, step - arcs + 1);
            secondRight[head] = right[head];
            right[head] = child;
            depth--;
        }
    }

    private void join(int head, int child, int relation) {
        heads[child] = head;
        relations[child] = relation;
    }
}
