package org.headwater.reading;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.headwater.model.Document;
import org.junit.jupiter.api.Test;

class PlainTextTest {
    private static final String TEXT =
            "Die Fähre bleibt im Hafen\r\n\r\nSie fährt nicht vor dem Frühjahr, sagte das Amt für"
                    + " Häfen am Montag über den Grund.\n\tEnde \r";

    @Test
    void leavesTheTextAsItIs() {
        Document document = Read.one(Source.ofBytes("a.txt", TEXT.getBytes(UTF_8)));
        assertThat(document.text()).isEqualTo(TEXT);
        assertThat(document.language().value()).contains("de");
        assertThat(document.file()).isEqualTo("a.txt");
        assertThat(document.part()).isEmpty();
        assertThat(document.id()).isEqualTo(Document.idOf(Read.ITEM, "", "text@1"));
    }

    @Test
    void takesAwayAByteOrderMark() {
        for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE)) {
            Document document = Read.one(Source.ofBytes("a.txt", ("\uFEFF" + TEXT).getBytes(charset)));
            assertThat(document.text()).as(charset.name()).isEqualTo(TEXT);
        }
    }

    @Test
    void readsUtf16WithoutAMark() {
        assertThat(Read.one(Source.ofBytes("a.txt", TEXT.getBytes(UTF_16LE))).text())
                .isEqualTo(TEXT);
        assertThat(Read.one(Source.ofBytes("a.txt", TEXT.getBytes(UTF_16BE))).text())
                .isEqualTo(TEXT);
    }

    @Test
    void guessesOldEncodingsAndSaysSo() {
        assertGuessed(TEXT, "windows-1252");
        assertGuessed("港口因大风关闭，市长说本周末之前不会开放。渡轮公司表示，春天以前不会复航。", "GB18030");
        assertGuessed("港口因大風關閉，市長說本週末之前不會開放。渡輪公司表示，春天以前不會復航。", "Big5");
        assertGuessed("強い風のため、港は月曜日に閉鎖された。週末まで開かれない見込みだ。", "Shift_JIS");
        assertGuessed(
                "Порт был закрыт в понедельник из-за ветра, и он не будет открыт до конца недели.", "windows-1251");
    }

    @Test
    void keepsADamagedTextAndCountsTheDamage() {
        byte[] bytes = TEXT.repeat(3).getBytes(UTF_8);
        bytes[4] = (byte) 0xFF;
        Outcome.Read read =
                (Outcome.Read) Read.all(Source.ofBytes("a.txt", bytes)).get(0);
        assertThat(read.document().text()).startsWith("Die \uFFFD");
        assertThat(read.notes()).singleElement().asString().contains("unreadable characters, the first at 4");
    }

    @Property(tries = 200)
    void readsAnyTextBackUnchanged(@ForAll String any) {
        String text =
                "A line to begin with, in plain words of English.\n" + any.replaceAll("[\\p{Cc}\\p{Cs}\uFFFD]", "");
        assertThat(Read.one(Source.ofBytes("a.txt", text.getBytes(UTF_8))).text())
                .isEqualTo(text);
    }

    private static void assertGuessed(String text, String charset) {
        Outcome.Read read = (Outcome.Read) Read.all(Source.ofBytes("a.txt", text.getBytes(Charset.forName(charset))))
                .get(0);
        assertThat(read.document().text()).as(charset).isEqualTo(text);
        assertThat(read.notes()).as(charset).singleElement().asString().contains("guessed");
    }
}
