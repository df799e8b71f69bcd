package org.headwater.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A denial that names no place stands on the pages of findings that it may answer, apart from those that do answer them. */
class GeneralDenialTest {
    private static final Pattern FINDING = Pattern.compile("href=\"(/findings/f_[0-9a-f]+)[\"#?]");
    private static final Pattern GENERAL = Pattern.compile("(?s)<section aria-labelledby=\"general\">(.*?)</section>");

    @TempDir
    private Path folder;

    @Test
    void standsApartOnFindingsItMayAnswer() throws Exception {
        try (Served served = Served.sampleCase(folder.resolve("denied.case"))) {
            Served.Reader reader = served.reader();
            Map<String, String> sites = generalDenials(reader, "/findings?kind=site");
            assertThat(sites.values()).anySatisfy(words -> assertThat(words).contains("Denied in general", "Chinese"));

            assertThat(generalDenials(reader, "/findings?kind=denial")).isEmpty();
        }
    }

    /** What the pages of these findings show of them, by address; nothing for those that show none. */
    private static Map<String, String> generalDenials(Served.Reader reader, String list) throws Exception {
        Map<String, String> shown = new TreeMap<>();
        Matcher finding = FINDING.matcher(reader.get(list).body());
        while (finding.find()) {
            Matcher general = GENERAL.matcher(reader.get(finding.group(1)).body());
            if (general.find()) {
                shown.put(finding.group(1), general.group(1));
            }
        }
        return shown;
    }
}
