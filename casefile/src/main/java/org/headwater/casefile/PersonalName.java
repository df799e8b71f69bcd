package org.headwater.casefile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.headwater.casefile.masking.MaskingWords;

/**
 * Whether words can be somebody's name rather than a description of them: "Italian MP" and "security officials" name
 * nobody, and masking them would hide who speaks. In doubt they are a name.
 */
final class PersonalName {
    private static final Pattern BREAK = Pattern.compile("[\\s\\u00a0]+");

    /** Words inside names that are written small. */
    private static final Set<String> PARTICLES = Set.of(
            "al", "bin", "bint", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "e", "el",
            "ibn", "la", "le", "ter", "van", "von", "y", "zu");

    private PersonalName() {}

    static boolean isLikely(String words) {
        List<String> parts = Arrays.asList(BREAK.split(words.strip()));
        if (parts.size() > 6 || MaskingWords.isBody(words) || words.codePoints().noneMatch(Character::isLetter)) {
            return false;
        }
        boolean mixed = !words.equals(words.toUpperCase(Locale.ROOT));
        return parts.stream().allMatch(part -> isNamePart(part, mixed));
    }

    private static boolean isNamePart(String part, boolean mixed) {
        int first = part.codePointAt(0);
        if (Character.isLowerCase(first)) {
            return PARTICLES.contains(part.toLowerCase(Locale.ROOT)) || part.startsWith("al-");
        }
        boolean acronym = part.length() > 1
                && part.equals(part.toUpperCase(Locale.ROOT))
                && !part.equals(part.toLowerCase(Locale.ROOT))
                && part.indexOf('.') < 0;
        return !(acronym && mixed);
    }
}
