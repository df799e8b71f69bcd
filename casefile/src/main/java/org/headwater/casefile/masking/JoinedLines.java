package org.headwater.casefile.masking;

/**
 * A text with its wrapped lines joined, unit for unit: in mails and papers an address or a name goes on in the next line.
 * Short lines, such as headlines and bylines, end where they end.
 */
final class JoinedLines {
    private static final int WRAPPED_LEAST = 50;

    private JoinedLines() {}

    static String of(String text) {
        if (text.indexOf('\n') < 0) {
            return text;
        }
        StringBuilder joined = new StringBuilder(text);
        int begin = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', begin)) {
            boolean goesOn = end + 1 < text.length() && !Character.isWhitespace(text.charAt(end + 1));
            if (end - begin >= WRAPPED_LEAST && goesOn) {
                joined.setCharAt(end, ' ');
            }
            begin = end + 1;
        }
        return joined.toString();
    }
}
