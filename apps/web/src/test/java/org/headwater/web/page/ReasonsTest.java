package org.headwater.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** Reasons are kept in English and said in the reader's language. */
class ReasonsTest {
    private final Reasons reasons = new Reasons(Language.messages());

    @AfterEach
    void nobodyReads() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "names no source|未指明来源",
                "end of the title|标题末尾",
                "cites Canadian police (“the force”)|引用 Canadian police（“the force”）",
                "cites Canadian police|引用 Canadian police",
                "Dutch government speaks for itself, by its Dutch police|Dutch government 通过 Dutch police 自己发言",
                "an act of Norway is reported; nobody is named who says so|报道了 Norway 的行为，未指明由谁说出",
                "reprint of The Quay: 90 % of its words, 92 % of the source's; credits The Quay (“by; The Quay”)"
                        + "|转载自 The Quay：占其字数 90 %，占来源字数 92 %；注明 The Quay（“by; The Quay”）",
                "the name most documents use; and so spelling: quay, quai|多数文件使用的名称；拼写：quay, quai"
            })
    void aReasonIsSaidInTheLanguageOfThePage(String kept, String said) {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("zh-Hans"));

        assertThat(reasons.of(kept)).isEqualTo(new Reasons.Said(said, ""));
    }

    @Test
    void aReasonThatIsNotKnownStaysEnglishAndIsMarkedAsSuch() {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("es"));

        assertThat(reasons.of("cites The Quay; and the moon was full"))
                .isEqualTo(new Reasons.Said("cites The Quay; and the moon was full", "en"));
    }

    @Test
    void englishIsLeftAsItIs() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);

        assertThat(reasons.of("names no source")).isEqualTo(new Reasons.Said("names no source", ""));
    }
}
