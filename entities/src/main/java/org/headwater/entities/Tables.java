package org.headwater.entities;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads this package's tables: UTF-8 text, one row a line, lines that start with # are remarks. */
final class Tables {
    private Tables() {}

    static List<String> rows(String name) {
        try (InputStream stream = Tables.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("Cannot find table " + name + " of package org.headwater.entities");
            }
            List<String> rows = new ArrayList<>();
            BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    rows.add(line);
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read table " + name, e);
        }
    }

    static Set<String> words(String name) {
        Set<String> words = new HashSet<>();
        for (String row : rows(name)) {
            words.addAll(List.of(row.strip().split("\\s+", -1)));
        }
        return words;
    }
}
