package org.headwater.entities;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether two romanised Chinese names sound the same: pinyin ("Xi Jinping") and Wade-Giles ("Hsi Chin-ping").
 * Initials and finals that the two systems write alike are taken as alike, so it is coarse, and is used only where one
 * of the names bears signs of Wade-Giles.
 */
final class ChineseSounds {
    private static final Pattern SYLLABLE = Pattern.compile(
            "(hs|ch|zh|sh|ts|tz|sz|ss|[bpmfdtnlgkjqxrzcsywh])?(iang|iong|uang|ueng|ien|ian|iao|ieh(?![aeiou])|ih(?![aeiou])|ieu|ang|eng|ing|ong"
                    + "|ung|uan|uen|uai|uei|uo|ua|ui|un|ai|ei|ao|ou|an|en|in|ia|ie|iu|ueh(?![aeiou])|ue|eh(?![aeiou])|erh(?![aeiou])|er|a|o|e|i|u|v)");
    private static final Pattern WADE_GILES =
            Pattern.compile("hs.*|ts.*|tz.*|.*ung|.*ien|.*ieh|.*ih|.*uei|ch(?:in|ing|i|iang|ia|iu|un)");

    private ChineseSounds() {}

    static boolean sameName(List<String> a, List<String> b) {
        boolean three = a.size() == 3 || b.size() == 3;
        if (!three || a.size() > 3 || b.size() > 3 || a.size() < 2 || b.size() < 2) {
            return false;
        }
        if (a.stream().noneMatch(w -> WADE_GILES.matcher(w).matches())
                && b.stream().noneMatch(w -> WADE_GILES.matcher(w).matches())) {
            return false;
        }
        String left = sounds(String.join("", a));
        return !left.isEmpty() && left.equals(sounds(String.join("", b)));
    }

    /** The syllables' sounds; empty if it cannot be a Chinese name. */
    private static String sounds(String squeezed) {
        StringBuilder sounds = new StringBuilder();
        Matcher matcher = SYLLABLE.matcher(squeezed);
        int at = 0;
        while (at < squeezed.length()) {
            matcher.region(at, squeezed.length());
            if (!matcher.lookingAt()) {
                return "";
            }
            String start = matcher.group(1) == null ? "" : matcher.group(1);
            sounds.append(initial(start)).append(rhyme(matcher.group(2))).append(' ');
            at = matcher.end();
        }
        return sounds.toString();
    }

    private static String initial(String initial) {
        return switch (initial) {
            case "hs", "x", "sh", "s", "ss", "sz" -> "S";
            case "ch", "zh", "ts", "tz", "z", "c", "j", "q" -> "Z";
            case "g", "k" -> "K";
            case "b", "p" -> "P";
            case "d", "t" -> "T";
            default -> initial;
        };
    }

    private static String rhyme(String rhyme) {
        return switch (rhyme) {
            case "ung", "ong" -> "ong";
            case "ien" -> "ian";
            case "ieh" -> "ie";
            case "ih" -> "i";
            case "uei" -> "ui";
            case "uen" -> "un";
            case "ueh" -> "ue";
            case "eh" -> "e";
            case "erh" -> "er";
            default -> rhyme;
        };
    }
}
