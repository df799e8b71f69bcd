package org.headwater.codebook.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.io.BufferedReader;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Holds {@code han.txt} to ICU. When it fails after an update of ICU, {@link #main} prints the new table. */
class HanTest {
    @Test
    void theTableOfCharactersIsIcus() throws IOException {
        try (BufferedReader lines = NameKey.Resource.lines("han.txt")) {
            assertThat(lines.readLine() + "\n" + lines.readLine() + "\n").isEqualTo(table());
        }
    }

    private static String table() {
        Transliterator simplify = Transliterator.getInstance("Hant-Hans");
        StringBuilder traditional = new StringBuilder();
        StringBuilder simplified = new StringBuilder();
        for (char c = '\u3400'; c <= '\u9fff'; c++) {
            String other = simplify.transliterate(String.valueOf(c));
            if (other.length() == 1 && other.charAt(0) != c) {
                traditional.append(c);
                simplified.append(other);
            }
        }
        return traditional + "\n" + simplified + "\n";
    }

    /** Writes the table to standard output. */
    public static void main(String[] arguments) {
        System.out.print(table());
    }
}
