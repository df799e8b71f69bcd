package org.headwater.fuzz;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headwater.casefile.words.Csv;
import org.headwater.cli.input.CsvReader;
import org.headwater.entities.Likeness;
import org.headwater.entities.NameComparison;

/** Rows that were read are the same when written and read again; two names are compared with a score and a reason. */
public final class NamesTarget {
    /** The mark of the order of bytes, which is not read. */
    private static final char ORDER = '\uFEFF';

    private NamesTarget() {}

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] input) {
        for (List<String> row : rows(new String(input, StandardCharsets.UTF_8))) {
            boolean isMarked =
                    row.stream().anyMatch(cell -> Csv.isFormula(cell) || (!cell.isEmpty() && cell.charAt(0) == ORDER));
            if (!isMarked && row.stream().anyMatch(cell -> !cell.isEmpty())) {
                Broken.unless(rows(Csv.line(row)).equals(List.of(row)), "what is written is what is read");
            }
            if (row.size() > 1) {
                Likeness likeness = NameComparison.compare(row.get(0), row.get(1), "LegalEntity");
                Broken.unless(likeness.score() >= 0 && likeness.score() <= 1, "a score is 0 to 1");
                Broken.unless(!likeness.reason().isBlank(), "a comparison says why");
            }
        }
    }

    private static List<List<String>> rows(String text) {
        List<List<String>> rows = new ArrayList<>();
        CsvReader reader = new CsvReader(new BufferedReader(new StringReader(text)));
        try {
            for (Optional<List<String>> row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(row.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read letters in memory", e);
        }
        return rows;
    }
}
