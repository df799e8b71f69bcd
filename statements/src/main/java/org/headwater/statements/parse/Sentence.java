package org.headwater.statements.parse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.headwater.model.Span;

/**
 * One sentence with its words and, once parsed, its dependencies: basic Universal Dependencies, in which each word has
 * one head and the sentence one root. Words are named by their place in {@link #tokens()}, from 0.
 *
 * <p>Immutable. In a sentence that was not parsed no word has a head, a child or a relation.
 */
public final class Sentence {
    /** The relation of a root. */
    public static final String ROOT = "root";

    private static final int NO_HEAD = -1;

    private final Span span;
    private final List<Token> tokens;
    private final int[] heads;
    private final String[] relations;
    private final List<List<Integer>> children;
    private final int[] firstBelow;
    private final int[] lastBelow;
    private final String language;

    private Sentence(Span span, List<Token> tokens, int[] heads, String[] relations) {
        this(span, tokens, heads, relations, "en");
    }

    private Sentence(Span span, List<Token> tokens, int[] heads, String[] relations, String language) {
        this.language = language;
        this.span = span;
        this.tokens = List.copyOf(tokens);
        this.heads = heads;
        this.relations = relations;
        this.children = childrenOf(heads);
        this.firstBelow = new int[heads.length];
        this.lastBelow = new int[heads.length];
        measureSubtrees();
    }

    /** A sentence that is split into words only. */
    public static Sentence unparsed(Span span, List<Token> tokens) {
        int[] heads = new int[tokens.size()];
        String[] relations = new String[tokens.size()];
        java.util.Arrays.fill(heads, NO_HEAD);
        java.util.Arrays.fill(relations, "");
        return new Sentence(span, tokens, heads, relations);
    }

    /**
     * A parsed sentence.
     *
     * @param heads the head of each word, −1 for a root
     * @param relations each word's relation to its head, such as {@code nsubj:pass}
     * @throws IllegalArgumentException if there is not one head and one relation for each word
     */
    public static Sentence parsed(Span span, List<Token> tokens, List<Integer> heads, List<String> relations) {
        if (heads.size() != tokens.size() || relations.size() != tokens.size()) {
            throw new IllegalArgumentException("Cannot build sentence at " + span.begin() + ": " + tokens.size()
                    + " words, " + heads.size() + " heads, " + relations.size() + " relations");
        }
        return new Sentence(
                span, tokens, heads.stream().mapToInt(Integer::intValue).toArray(), relations.toArray(String[]::new));
    }

    /** The same sentence, read as one of a language. */
    Sentence in(String other) {
        return new Sentence(span, tokens, heads, relations, other);
    }

    /** Primary tag of the language it is read in; empty where it makes no difference. */
    public String language() {
        return language;
    }

    /** From its first word to its last. */
    public Span span() {
        return span;
    }

    public List<Token> tokens() {
        return tokens;
    }

    public Token token(int index) {
        return tokens.get(index);
    }

    public int size() {
        return tokens.size();
    }

    /** Whether it has dependencies. */
    public boolean isParsed() {
        for (String relation : relations) {
            if (!relation.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** The word on which the given one depends; empty for a root. */
    public OptionalInt head(int index) {
        return heads[index] == NO_HEAD ? OptionalInt.empty() : OptionalInt.of(heads[index]);
    }

    /** How it depends on its head, with subtype ({@code nsubj:pass}); {@code root} for a root. */
    public String relation(int index) {
        return relations[index];
    }

    /** Whether its relation is the given one or a subtype of it: {@code nsubj} holds for {@code nsubj:pass}. */
    public boolean isRelated(int index, String relation) {
        String own = relations[index];
        return own.equals(relation) || (own.startsWith(relation) && own.charAt(relation.length()) == ':');
    }

    /** The words that depend on the given one, in the order of the text. */
    public List<Integer> children(int index) {
        return children.get(index);
    }

    /** Those children that have the relation or a subtype of it. */
    public List<Integer> children(int index, String relation) {
        return children.get(index).stream()
                .filter(child -> isRelated(child, relation))
                .toList();
    }

    /** The first such child, if any. */
    public OptionalInt child(int index, String relation) {
        for (int child : children.get(index)) {
            if (isRelated(child, relation)) {
                return OptionalInt.of(child);
            }
        }
        return OptionalInt.empty();
    }

    /** The first root; empty if not parsed or without words. */
    public OptionalInt root() {
        for (int i = 0; i < heads.length; i++) {
            if (relations[i].equals(ROOT)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** From the first to the last word of all that depends on the given one, itself included. */
    public Span subtree(int index) {
        return new Span(
                token(firstBelow[index]).begin(), token(lastBelow[index]).end());
    }

    /** Index of the first word of the subtree. */
    public int firstOfSubtree(int index) {
        return firstBelow[index];
    }

    /** Index of the last word of the subtree. */
    public int lastOfSubtree(int index) {
        return lastBelow[index];
    }

    /** Whether a word is the given one or depends on it, directly or not. */
    public boolean isWithin(int index, int ancestor) {
        int at = index;
        for (int steps = 0; at != NO_HEAD && steps <= heads.length; steps++) {
            if (at == ancestor) {
                return true;
            }
            at = heads[at];
        }
        return false;
    }

    /** The words that lie wholly in the span, by index. */
    public List<Integer> within(Span part) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (part.contains(token(i).span())) {
                found.add(i);
            }
        }
        return found;
    }

    /** The first word that ends after the offset; empty if there is none. */
    public OptionalInt tokenAt(int offset) {
        for (int i = 0; i < tokens.size(); i++) {
            if (token(i).end() > offset) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private static List<List<Integer>> childrenOf(int[] heads) {
        List<List<Integer>> all = new ArrayList<>(heads.length);
        for (int i = 0; i < heads.length; i++) {
            all.add(new ArrayList<>(2));
        }
        for (int i = 0; i < heads.length; i++) {
            if (heads[i] != NO_HEAD) {
                all.get(heads[i]).add(i);
            }
        }
        all.replaceAll(Collections::unmodifiableList);
        return Collections.unmodifiableList(all);
    }

    private void measureSubtrees() {
        for (int i = 0; i < heads.length; i++) {
            firstBelow[i] = i;
            lastBelow[i] = i;
        }
        for (int i = 0; i < heads.length; i++) {
            int above = heads[i];
            for (int steps = 0; above != NO_HEAD && steps <= heads.length; steps++) {
                if (firstBelow[above] <= i && i <= lastBelow[above]) {
                    break;
                }
                firstBelow[above] = Math.min(firstBelow[above], i);
                lastBelow[above] = Math.max(lastBelow[above], i);
                above = heads[above];
            }
        }
    }
}
