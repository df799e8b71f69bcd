package org.headwater.entities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.headwater.entities.NameForm.Script;

/**
 * Compares names of persons: words in any order, initials, given names in other languages, titles left out, particles
 * of little weight. Two names that each have a word the other lacks are two persons'.
 */
final class PersonNames {
    private static final Set<String> TITLES = Tables.words("titles.txt");
    private static final Set<String> PARTICLES = Tables.words("particles.txt");
    private static final Map<String, Set<Integer>> GIVEN = given();
    private static final double PARTICLE_WEIGHT = 0.3;
    private static final double INITIAL_WEIGHT = 0.6;
    private static final double MISSING = 0.2;
    private static final double OTHER_LANGUAGE = 0.75;
    private static final double CONFLICT = 0.8;

    private PersonNames() {}

    static Likeness compare(NameForm a, NameForm b) {
        List<String> left = withoutTitles(a.words());
        List<String> right = withoutTitles(b.words());
        if (String.join("", left).equals(String.join("", right))) {
            return new Likeness(0.97, true, "the same letters, written together or apart");
        }
        if (ChineseSounds.sameName(left, right)) {
            return new Likeness(0.85, true, "the same Chinese name in two romanisations");
        }
        if (a.script() == Script.CHINESE || b.script() == Script.CHINESE) {
            List<String> turned = new ArrayList<>(right.subList(Math.min(1, right.size()), right.size()));
            turned.addAll(right.subList(0, Math.min(1, right.size())));
            String other = String.join("", left);
            boolean turnedLeft = left.size() > 1
                    && (left.get(left.size() - 1) + String.join("", left.subList(0, left.size() - 1)))
                            .equals(String.join("", right));
            if (String.join("", turned).equals(other) || turnedLeft) {
                return new Likeness(0.95, true, "the same name in pinyin, surname last");
            }
        }
        return scored(expandInitials(left, right), expandInitials(right, left));
    }

    private static Likeness scored(List<String> left, List<String> right) {
        Alignment alignment = Alignment.of(left, right, PersonNames::wordLikeness);
        double matched = 0;
        int full = 0;
        int initials = 0;
        List<String> differing = new ArrayList<>();
        for (Alignment.Pair pair : alignment.pairs()) {
            double weight = Math.min(weight(pair.left()), weight(pair.right()));
            matched += weight * pair.likeness();
            if (weight >= 1) {
                full++;
            } else if (weight >= INITIAL_WEIGHT) {
                initials++;
            }
            if (pair.likeness() < 1) {
                differing.add(pair.left() + " ~ " + pair.right());
            }
        }
        double leftOver = weight(alignment.leftOver());
        double rightOver = weight(alignment.rightOver());
        double score;
        String reason;
        if (leftOver >= INITIAL_WEIGHT && rightOver >= INITIAL_WEIGHT) {
            score = CONFLICT * matched / (matched + leftOver + rightOver);
            reason = "only one has " + String.join(" ", alignment.leftOver()) + ", only the other "
                    + String.join(" ", alignment.rightOver());
        } else {
            score = matched / (matchedWeight(alignment) + MISSING * (leftOver + rightOver));
            reason = reasonFor(differing, alignment);
        }
        boolean alone = full + initials < 2 && leftOver + rightOver > 0;
        if (alone || full == 0) {
            score = Math.min(score, 0.6);
            reason = full == 0 ? "no word in common" : "only one word in common";
        }
        score = Math.max(0, Math.min(1, score));
        return new Likeness(score, score >= NameComparison.SAME, reason);
    }

    private static double matchedWeight(Alignment alignment) {
        double sum = 0;
        for (Alignment.Pair pair : alignment.pairs()) {
            sum += Math.min(weight(pair.left()), weight(pair.right()));
        }
        return Math.max(sum, 1e-9);
    }

    private static String reasonFor(List<String> differing, Alignment alignment) {
        StringBuilder reason =
                new StringBuilder(differing.isEmpty() ? "the same words" : "spelling: " + String.join(", ", differing));
        List<String> more = new ArrayList<>(alignment.leftOver());
        more.addAll(alignment.rightOver());
        if (!more.isEmpty()) {
            reason.append("; only one has ").append(String.join(" ", more));
        }
        return reason.toString();
    }

    private static double wordLikeness(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        if (a.length() == 1 || b.length() == 1) {
            return a.charAt(0) == b.charAt(0) && !PARTICLES.contains(a) && !PARTICLES.contains(b) ? 0.8 : 0;
        }
        if (isParticle(a) && isParticle(b)) {
            return Spelling.alike(a, b) || (isSonOf(a) && isSonOf(b)) ? 0.95 : 0;
        }
        if (Spelling.alike(a, b)) {
            return 1 - 0.6 * Spelling.distance(a, b) / Math.min(a.length(), b.length());
        }
        Set<Integer> groups = GIVEN.getOrDefault(a, Set.of());
        return GIVEN.getOrDefault(b, Set.of()).stream().anyMatch(groups::contains) ? OTHER_LANGUAGE : 0;
    }

    private static boolean isSonOf(String word) {
        return word.equals("bin") || word.equals("ibn") || word.equals("ben") || word.equals("ould");
    }

    private static boolean isParticle(String word) {
        return PARTICLES.contains(word);
    }

    private static double weight(List<String> words) {
        return words.stream().mapToDouble(PersonNames::weight).sum();
    }

    private static double weight(String word) {
        return isParticle(word) ? PARTICLE_WEIGHT : word.length() == 1 ? INITIAL_WEIGHT : 1;
    }

    /** Whether both have the same words in any order, but for letters that transliterations confuse, or an initial. */
    static boolean sameButForLetters(NameForm a, NameForm b) {
        List<String> left = withoutTitles(a.words());
        List<String> right = withoutTitles(b.words());
        if (left.size() != right.size()) {
            return false;
        }
        Alignment alignment = Alignment.of(left, right, PersonNames::wordLikeness);
        return alignment.leftOver().isEmpty()
                && alignment.pairs().stream()
                        .allMatch(pair -> pair.left().equals(pair.right())
                                || (pair.left().length() >= 4 && Spelling.distance(pair.left(), pair.right()) <= 0.4));
    }

    /** "JC" beside "Jean-Claude" is J and C. */
    private static List<String> expandInitials(List<String> words, List<String> others) {
        List<String> expanded = new ArrayList<>();
        for (String word : words) {
            if (word.length() == 2 && !isParticle(word) && !others.contains(word) && areInitials(word, others)) {
                expanded.add(word.substring(0, 1));
                expanded.add(word.substring(1));
            } else {
                expanded.add(word);
            }
        }
        return expanded;
    }

    private static boolean areInitials(String word, List<String> others) {
        for (int i = 0; i + 1 < others.size(); i++) {
            if (others.get(i).length() > 2
                    && others.get(i).charAt(0) == word.charAt(0)
                    && others.get(i + 1).length() > 2
                    && others.get(i + 1).charAt(0) == word.charAt(1)) {
                return true;
            }
        }
        return false;
    }

    static List<String> withoutTitles(List<String> words) {
        List<String> plain = new ArrayList<>(words);
        plain.removeIf(word -> TITLES.contains(word) || LegalForms.isMark(word));
        return plain.isEmpty() ? words : plain;
    }

    private static Map<String, Set<Integer>> given() {
        Map<String, Set<Integer>> groups = new HashMap<>();
        int group = 0;
        for (String row : Tables.rows("given-names.txt")) {
            for (String name : row.split(" ", -1)) {
                String key = NameForm.of(name).squeezed();
                groups.computeIfAbsent(key, k -> new TreeSet<>()).add(group);
            }
            group++;
        }
        return groups;
    }
}
