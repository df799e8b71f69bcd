package org.headwater.entities;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A name made ready for comparison: its words in lower-case Latin letters without accents, whatever script it is in.
 *
 * @param written the name as written
 * @param script what its script tells of the sounds
 * @param words its words; hyphens, full stops and brackets divide words, apostrophes do not
 */
record NameForm(String written, Script script, List<String> words) {
    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Hant-Hans");
    private static final Transliterator CYRILLIC = Transliterator.getInstance("Russian-Latin/BGN");
    private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII");

    NameForm {
        words = List.copyOf(words);
    }

    static NameForm of(String written) {
        String text = written.strip();
        Script script = Script.of(text);
        return new NameForm(text, script, split(latin(text, script)));
    }

    /** All its words without the spaces. */
    String squeezed() {
        return String.join("", words);
    }

    /** The name in simplified characters, without spaces and points; for names in Chinese characters. */
    String simplified() {
        return SIMPLIFIED.transliterate(written).replaceAll("[\\s·・•]", "");
    }

    private static String latin(String text, Script script) {
        if (isAscii(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String spaced = text.replaceAll("[·・•‧,،、]", " ");
        if (script == Script.CHINESE) {
            return chinese(spaced);
        }
        // One letter of each of these transliterates to a sign that is no letter.
        String latin = LATIN.transliterate(CYRILLIC.transliterate(spaced));
        return latin.toLowerCase(Locale.ROOT);
    }

    /** Pinyin, each run of characters as one word. */
    private static String chinese(String text) {
        StringBuilder latin = new StringBuilder();
        for (String run : text.split("\\s+", -1)) {
            latin.append(LATIN.transliterate(run).toLowerCase(Locale.ROOT).replace(" ", ""))
                    .append(' ');
        }
        return latin.toString();
    }

    private static List<String> split(String latin) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= latin.length(); i++) {
            char c = i < latin.length() ? latin.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c)) {
                word.append(c);
            } else if (c == '&') {
                flush(word, words);
                words.add("and");
            } else if (!isApostrophe(c) && Character.getType(c) != Character.NON_SPACING_MARK) {
                flush(word, words);
            }
        }
        return words;
    }

    private static void flush(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static boolean isApostrophe(char c) {
        return "'’‘ʻʼʹʾʿ`´\u200c\u200d".indexOf(c) >= 0;
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    /** What a script tells of the sounds. */
    enum Script {
        /** Letters for vowels and consonants, whose Latin form can be compared letter by letter. */
        ALPHABET,
        /** Consonants mostly (Arabic, Hebrew), or syllables whose Latin form is far from the name's own (Khmer, Thai). */
        CONSONANTS,
        /** Kana. */
        KANA,
        /** Chinese characters. */
        CHINESE,
        /** Hangul: one character is a whole syllable. */
        HANGUL;

        static Script of(String text) {
            int[] codes = text.codePoints().toArray();
            for (int code : codes) {
                switch (UScript.getScript(code)) {
                    case UScript.KATAKANA, UScript.HIRAGANA -> {
                        return KANA;
                    }
                    case UScript.HAN -> {
                        return CHINESE;
                    }
                    case UScript.HANGUL -> {
                        return HANGUL;
                    }
                    case UScript.ARABIC, UScript.HEBREW, UScript.SYRIAC, UScript.KHMER, UScript.THAI, UScript.LAO -> {
                        return CONSONANTS;
                    }
                    default -> {
                        // An alphabet so far; a later character may tell otherwise.
                    }
                }
            }
            return ALPHABET;
        }
    }
}
