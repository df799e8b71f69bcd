package org.headwater.codebook.gazetteer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The form in which names are compared: lower case, no accents, hyphens as spaces, no full stops, Chinese in simplified
 * characters. Acronyms keep their capitals behind a {@code ^}, so that "US" is a country and "us" is not.
 */
final class NameKey {
    private static final char[] SIMPLIFIED = simplified();
    private static final int LONGEST_ACRONYM = 5;

    private NameKey() {}

    static String of(String name) {
        if (isAcronym(name)) {
            return "^" + name.replace(".", "");
        }
        return folded(name);
    }

    /** The key of a name that is known not to be an acronym, or is not to be read as one. */
    static String folded(String name) {
        StringBuilder key = new StringBuilder(name.length());
        boolean ascii = isAscii(name);
        String plain = ascii ? name : Normalizer.normalize(name, Normalizer.Form.NFKD);
        for (int i = 0; i < plain.length(); i++) {
            append(key, plain.charAt(i));
        }
        int end = key.length();
        while (end > 0 && key.charAt(end - 1) == ' ') {
            end--;
        }
        key.setLength(end);
        // Composes again what is no accent: Hangul syllables, voiced kana.
        return ascii ? key.toString() : Normalizer.normalize(key, Normalizer.Form.NFC);
    }

    /** Two to five capitals, with or without full stops: UK, U.S., UAE. */
    static boolean isAcronym(String name) {
        int capitals = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                capitals++;
            } else if (c != '.') {
                return false;
            }
        }
        return capitals >= 2 && capitals <= LONGEST_ACRONYM;
    }

    static char simplified(char c) {
        return SIMPLIFIED[c] == 0 ? c : SIMPLIFIED[c];
    }

    private static void append(StringBuilder key, char raw) {
        char c = simplified(raw);
        int type = Character.getType(c);
        if ((type == Character.NON_SPACING_MARK && c < '\u0600') || c == '.') {
            return;
        }
        if (c == '-' || c == '‐' || c == '‑' || c == '–' || Character.isWhitespace(c) || c == '\u00a0') {
            if (key.length() > 0 && key.charAt(key.length() - 1) != ' ') {
                key.append(' ');
            }
            return;
        }
        appendLetter(key, Character.toLowerCase(c));
    }

    private static void appendLetter(StringBuilder key, char c) {
        switch (c) {
            case 'ł' -> key.append('l');
            case 'ø' -> key.append('o');
            case 'đ' -> key.append('d');
            case 'ı' -> key.append('i');
            case 'ß' -> key.append("ss");
            case 'æ' -> key.append("ae");
            case 'œ' -> key.append("oe");
            case '’', '‘', 'ʻ', '`', '´' -> key.append('\'');
            default -> key.append(c);
        }
    }

    private static boolean isAscii(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    /** Simplified character by traditional one; 0 where they are the same. */
    private static char[] simplified() {
        char[] map = new char[Character.MAX_VALUE + 1];
        try (BufferedReader lines = Resource.lines("han.txt")) {
            String traditional = lines.readLine();
            String simplified = lines.readLine();
            for (int i = 0; i < traditional.length(); i++) {
                map[traditional.charAt(i)] = simplified.charAt(i);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read gazetteer: han.txt", e);
        }
        return map;
    }

    /** Reads the resources of this package. */
    static final class Resource {
        private Resource() {}

        static BufferedReader lines(String name) throws IOException {
            return new BufferedReader(new InputStreamReader(open(name), StandardCharsets.UTF_8));
        }

        static InputStream open(String name) throws IOException {
            InputStream stream = NameKey.class.getResourceAsStream(name);
            if (stream == null) {
                throw new IOException("Cannot find resource " + name + " of package org.headwater.codebook.gazetteer");
            }
            return stream;
        }

        /** The words of a list; lines that start with # are remarks. */
        static Set<String> words(String name) {
            Set<String> words = new HashSet<>();
            try (BufferedReader lines = lines(name)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (!line.startsWith("#")) {
                        for (String word : line.split(" ", -1)) {
                            words.add(word.toLowerCase(Locale.ROOT));
                        }
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read gazetteer: " + name, e);
            }
            words.remove("");
            return words;
        }
    }
}
