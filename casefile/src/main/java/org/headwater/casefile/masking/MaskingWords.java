package org.headwater.casefile.masking;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Words that show, or rule out, that a name is a person's, as listed in {@code words.txt} by language and use.
 *
 * <p>Safe for use by several threads.
 */
public final class MaskingWords {
    private static final Map<String, Set<String>> SECTIONS = read();

    /** What only a person is: "nurse", "cocinero", "sœur". */
    static final Set<String> PERSONS = SECTIONS.get("persons");

    /** What may stand between that and a name: "cocinero chino". */
    static final Set<String> ORIGINS = SECTIONS.get("origins");

    static final Set<String> HONORIFICS = SECTIONS.get("honorifics");

    private static final Set<String> ROLES = SECTIONS.get("roles");
    private static final Set<String> GIVEN = SECTIONS.get("given");
    private static final Set<String> SURNAMES = SECTIONS.get("surnames");
    private static final Set<String> BODIES = SECTIONS.get("bodies");
    private static final Set<String> HEADS = SECTIONS.get("heads");

    private MaskingWords() {}

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> sections = new HashMap<>();
        try (InputStream in = MaskingWords.class.getResourceAsStream("words.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            Set<String> section = new HashSet<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    section = sections.computeIfAbsent(line.substring(1, line.indexOf(']')), name -> new HashSet<>());
                } else if (!line.startsWith("#") && !line.isBlank()) {
                    section.addAll(List.of(line.strip().split(" ", -1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the words that show a person", e);
        }
        return sections;
    }

    /**
     * Whether the words name a body rather than a person: "Gobierno de Portugal", "Stations Worldwide". A title alone does
     * not show it: "Police Constable" stands before a person's name.
     */
    public static boolean isBody(String words) {
        String[] parts = parts(words);
        boolean owned = parts.length > 2 && parts[1].matches("de|del|di|da|do|della|du|des|der|van|of");
        boolean role = parts.length == 1 && ROLES.contains(parts[0]);
        return role || BODIES.contains(parts[parts.length - 1]) || (owned && HEADS.contains(parts[0]));
    }

    /** Whether a name of several words begins with one that is given to persons, or has a Chinese surname at an end. */
    static boolean isOfPerson(List<String> words) {
        String first = lower(words.get(0));
        return words.size() > 1
                && (GIVEN.contains(first)
                        || SURNAMES.contains(first)
                        || SURNAMES.contains(lower(words.get(words.size() - 1))));
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /** The same where nothing but a name is to be expected: one that begins as bodies or papers do is none. */
    static boolean isBodyInByline(String words) {
        String first = parts(words)[0];
        return isBody(words) || HEADS.contains(first) || first.matches("the|de|het|der|die|das|le|la|les|el|los|il|o");
    }

    private static String[] parts(String words) {
        return words.strip().toLowerCase(Locale.ROOT).split("[\\s\\u00a0]+");
    }
}
