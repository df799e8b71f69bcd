package org.headwater.entities;

import java.util.ArrayList;
import java.util.List;

/**
 * Compares names across scripts by their consonants, which transliteration keeps where it loses vowels and mixes like
 * sounds: l and r, b and p.
 */
final class Consonants {
    private static final int FEWEST = 4;

    private Consonants() {}

    static Likeness compare(NameForm a, NameForm b) {
        List<String> left = skeletons(PersonNames.withoutTitles(a.words()));
        List<String> right = skeletons(PersonNames.withoutTitles(b.words()));
        String leftAll = String.join("", left);
        String rightAll = String.join("", right);
        int shorter = Math.min(leftAll.length(), rightAll.length());
        if (shorter < FEWEST) {
            return new Likeness(0, false, "too few consonants to compare across scripts");
        }
        if (leftAll.equals(rightAll)) {
            return new Likeness(0.85, true, "the same consonants in another script");
        }
        if (left.size() == right.size() && left.size() > 1) {
            List<String> rest = new ArrayList<>(right);
            left.forEach(rest::remove);
            if (rest.isEmpty()) {
                return new Likeness(0.8, true, "the same consonants in another script, words in another order");
            }
        }
        double distance = Spelling.distance(leftAll, rightAll);
        boolean near = shorter >= 6 && distance <= 1;
        return new Likeness(
                near ? 0.75 : Math.max(0, Math.min(0.6, 1 - distance / shorter)),
                near,
                near ? "nearly the same consonants in another script" : "other consonants");
    }

    private static List<String> skeletons(List<String> words) {
        List<String> skeletons = new ArrayList<>();
        for (String word : words) {
            String skeleton = skeleton(word);
            if (!skeleton.isEmpty()) {
                skeletons.add(skeleton);
            }
        }
        return skeletons;
    }

    static String skeleton(String word) {
        StringBuilder skeleton = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char c = sound(word.charAt(i));
            if (c != 0 && (skeleton.isEmpty() || skeleton.charAt(skeleton.length() - 1) != c)) {
                skeleton.append(c);
            }
        }
        return skeleton.toString();
    }

    private static char sound(char c) {
        return switch (c) {
            case 'a', 'e', 'i', 'o', 'u', 'y', 'w', 'h' -> 0;
            case 'c', 'q', 'k', 'g' -> 'k';
            case 's', 'z', 'x' -> 's';
            case 'd', 't' -> 't';
            case 'b', 'p', 'v', 'f' -> 'p';
            case 'l', 'r' -> 'r';
            default -> c;
        };
    }
}
