package org.headwater.lineage;

import java.util.BitSet;

/** Which words of a text stand inside quotation marks. A quotation that is never closed ends with its paragraph. */
final class Quotations {
    private static final String OPENING = "\u201c\u201e\u201f\u00ab\u300c\u300e\u301d";
    private static final String CLOSING = "\u201d\u201c\u201d\u00bb\u300d\u300f\u301e";

    private Quotations() {}

    static BitSet words(String text, Words words) {
        BitSet quoted = new BitSet();
        int begin = -1;
        char close = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (begin < 0) {
                int at = OPENING.indexOf(c);
                if (c == '"' || at >= 0) {
                    begin = i;
                    close = c == '"' ? '"' : CLOSING.charAt(at);
                }
            } else if (c == close || c == '\u201d' || isParagraphEnd(text, i)) {
                mark(words, begin, i, quoted);
                begin = -1;
            }
        }
        if (begin >= 0) {
            mark(words, begin, text.length(), quoted);
        }
        return quoted;
    }

    private static boolean isParagraphEnd(String text, int at) {
        return text.charAt(at) == '\n' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
    }

    private static void mark(Words words, int begin, int end, BitSet quoted) {
        for (int word = words.wordAt(begin); word < words.count() && words.begin(word) < end; word++) {
            quoted.set(word);
        }
    }
}
