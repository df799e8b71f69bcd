package org.headwater.lineage;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Folds characters to the form in which words are compared: lower case, without diacritics, width and ligature variants.
 * Tables are made page by page on first use; a race makes the same page twice, which is harmless.
 */
final class Letters {
    /** Stands between words. */
    static final char BREAK = 0;
    /** Stands inside words without counting: apostrophes, soft hyphens, joiners, combining marks. */
    static final char SKIP = 1;

    private static final char[][] PAGES = new char[256][];

    private Letters() {}

    /** The folded letter or digit, {@link #BREAK} or {@link #SKIP}. */
    static char fold(char c) {
        char[] page = PAGES[c >>> 8];
        if (page == null) {
            page = page(c >>> 8);
            PAGES[c >>> 8] = page;
        }
        return page[c & 0xff];
    }

    /** Whether words of the character's script are written without spaces, so that each character is a word. */
    static boolean standsAlone(char folded) {
        return folded >= 0x0e00
                && (folded <= 0x0eff
                        || (folded >= 0x1780 && folded <= 0x17ff)
                        || (folded >= 0x2e80 && folded <= 0x9fff)
                        || (folded >= 0xd800 && folded <= 0xdfff)
                        || (folded >= 0xf900 && folded <= 0xfaff));
    }

    private static char[] page(int high) {
        char[] page = new char[256];
        for (int low = 0; low < 256; low++) {
            page[low] = slowFold((char) (high << 8 | low));
        }
        return page;
    }

    private static char slowFold(char c) {
        if (Character.isSurrogate(c)) {
            return c;
        }
        if (c == '\'' || c == '\u2018' || c == '\u2019' || c == '\u02bc' || c == '\uff07' || c == '\u00ad') {
            return SKIP;
        }
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
            return SKIP;
        }
        String plain =
                Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        for (int i = 0; i < plain.length(); i++) {
            if (Character.isLetterOrDigit(plain.charAt(i))) {
                return plain.charAt(i);
            }
        }
        return BREAK;
    }
}
