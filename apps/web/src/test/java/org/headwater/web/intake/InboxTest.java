package org.headwater.web.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InboxTest {
    private record File(String name, String text) implements Inbox.Incoming {
        @Override
        public InputStream open() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "article.txt, article.txt",
        "../../etc/passwd, passwd",
        "C:\\Users\\me\\report.pdf, report.pdf",
        "..%2f..%2fcase.db, %2f..%2fcase.db",
        ".., file",
        ".hidden, hidden",
        "报告.pdf, 报告.pdf"
    })
    void namesLeadNowhereElse(String given, String kept) {
        assertThat(Inbox.harmless(given)).isEqualTo(kept);
    }

    @Property
    void whateverTheNameItIsOnePlainName(@ForAll String given) {
        String kept = Inbox.harmless(given);

        assertThat(kept).isNotBlank().doesNotContain("/", "\\").doesNotStartWith(".");
        assertThat(Path.of("folder").resolve(kept).normalize().getNameCount()).isEqualTo(2);
    }

    @Test
    void filesOfOneAdditionLieTogetherAndNoneReplacesAnother(@TempDir Path folder) throws IOException {
        Inbox inbox = new Inbox(folder);
        inbox.put(List.of(new File("a.txt", "one"), new File("x/a.txt", "two")));
        inbox.put(List.of(new File("a.txt", "three")));

        assertThat(folder.resolve("000001/a.txt")).hasContent("one");
        assertThat(folder.resolve("000001/again-a.txt")).hasContent("two");
        assertThat(folder.resolve("000002/a.txt")).hasContent("three");
        try (var left = Files.list(folder)) {
            assertThat(left).noneMatch(each -> each.toString().endsWith(Inbox.UNFINISHED));
        }
    }
}
