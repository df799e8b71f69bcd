package org.headwater.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.headwater.entities.Clusters.Link;
import org.headwater.entities.NameForm.Script;
import org.headwater.model.EntityKind;

/**
 * Links between names that are one name in other letters: spelling, script, legal form, acronym. Only names that share
 * an uncommon word, or two words, are compared, so that the work grows with the number of names and not its square.
 *
 * <p>Stricter than {@link NameComparison}: two parties taken for one do more harm than one party under two names.
 */
final class SpellingLinks {
    private static final int COMMON = 60;
    private static final double SURE = 0.95;
    private static final double SURE_IN_DOCUMENT = 0.9;
    private static final double CONSONANTS = 0.85;

    private final List<NameNode> nodes;

    private SpellingLinks(List<NameNode> nodes) {
        this.nodes = nodes;
    }

    static List<Link> of(List<NameNode> nodes) {
        return new SpellingLinks(nodes).links();
    }

    private List<Link> links() {
        Map<String, List<Integer>> blocks = new TreeMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).only().isEmpty()) {
                for (String key : keys(nodes.get(i))) {
                    blocks.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
                }
            }
        }
        Set<Long> pairs = new TreeSet<>();
        blocks.forEach((key, block) -> {
            int size = key.startsWith("=") ? Math.min(block.size(), 500) : block.size();
            if (size <= COMMON || key.startsWith("=")) {
                for (int i = 0; i < size; i++) {
                    for (int j = i + 1; j < size; j++) {
                        pairs.add(((long) block.get(i) << 32) | block.get(j));
                    }
                }
            }
        });
        List<Link> links = new ArrayList<>();
        for (long pair : pairs) {
            int a = (int) (pair >>> 32);
            int b = (int) pair;
            link(nodes.get(a), nodes.get(b))
                    .map(like -> new Link(a, b, like.score(), like.reason(), false))
                    .ifPresent(links::add);
        }
        return links;
    }

    private static Optional<Likeness> link(NameNode a, NameNode b) {
        if (a.isPerson() != b.isPerson() || a.office().isPresent() || b.office().isPresent()) {
            return Optional.empty();
        }
        EntityKind kind = a.isPerson() ? EntityKind.PERSON : EntityKind.ORGANISATION;
        if (!a.isPerson() && a.isBody() != b.isBody()) {
            return Optional.empty();
        }
        Likeness likeness = NameComparison.forms(a.form(), b.form(), kind);
        boolean together = a.documents().keySet().stream().anyMatch(b.documents()::containsKey);
        boolean sure = a.isPerson() ? isSurePerson(a, b, likeness, together) : isSureBody(likeness, together);
        return sure ? Optional.of(likeness) : Optional.empty();
    }

    private static boolean isSureBody(Likeness likeness, boolean together) {
        boolean acronym = likeness.reason().contains("first letters");
        boolean misspelt = likeness.reason().startsWith("spelling");
        return likeness.same()
                && ((together && acronym) || (likeness.score() >= (misspelt && !together ? 0.97 : SURE)));
    }

    private static boolean isSurePerson(NameNode a, NameNode b, Likeness likeness, boolean together) {
        boolean single = a.form().script() == Script.ALPHABET
                && (PersonNames.withoutTitles(a.form().words()).size() < 2
                        || PersonNames.withoutTitles(b.form().words()).size() < 2);
        if (!likeness.same() || single) {
            return false;
        }
        if (a.form().script() != b.form().script()) {
            return likeness.score() >= CONSONANTS;
        }
        if (together) {
            return likeness.score() >= SURE_IN_DOCUMENT;
        }
        return likeness.score() >= SURE && PersonNames.sameButForLetters(a.form(), b.form());
    }

    private static Set<String> keys(NameNode node) {
        Set<String> keys = new TreeSet<>();
        List<String> words = node.form().words();
        keys.add("=" + String.join(" ", new TreeSet<>(words)));
        keys.add("=" + node.form().squeezed());
        if (node.form().script() == Script.CHINESE) {
            keys.add("=" + NameForm.of(node.form().simplified()).squeezed());
        }
        List<String> sounds = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        for (String word : words) {
            String sound = Consonants.skeleton(word);
            all.append(sound);
            if (word.length() > 2 && sound.length() > 1) {
                keys.add("w" + sound);
                sounds.add(sound);
            }
        }
        keys.add("s" + all);
        for (int i = 0; i < Math.min(6, sounds.size()); i++) {
            for (int j = i + 1; j < Math.min(6, sounds.size()); j++) {
                String x = sounds.get(i);
                String y = sounds.get(j);
                keys.add("p" + (x.compareTo(y) <= 0 ? x + " " + y : y + " " + x));
            }
        }
        if (!node.isPerson()) {
            acronymKeys(node, words, keys);
        }
        return keys;
    }

    private static void acronymKeys(NameNode node, List<String> words, Set<String> keys) {
        String first = words.isEmpty() ? "" : words.get(0);
        if (words.size() <= 2 && node.name().startsWith(first.toUpperCase(Locale.ROOT)) && first.length() <= 7) {
            keys.add("a" + first);
        }
        if (words.size() > 2) {
            StringBuilder letters = new StringBuilder();
            StringBuilder great = new StringBuilder();
            for (String word : words) {
                letters.append(word.charAt(0));
                great.append(word.length() > 3 ? word.substring(0, 1) : "");
            }
            keys.add("a" + letters);
            keys.add("a" + great);
        }
    }
}
