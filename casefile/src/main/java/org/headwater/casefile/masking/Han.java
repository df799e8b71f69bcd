package org.headwater.casefile.masking;

/** Whether a text has Chinese characters: telling that it has none is far quicker than looking for what they say. */
final class Han {
    private static final char FIRST = '\u2e80';

    private Han() {}

    static boolean in(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST && Character.isIdeographic(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
