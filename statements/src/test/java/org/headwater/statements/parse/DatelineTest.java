package org.headwater.statements.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatelineTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "OSLO (Agency) — |Nine",
                "OSLO (Agency) - |Nine",
                "OSLO, 3 May — |Nine",
                "PORT CITY - |Nine",
                "Port City (Agency) - |Nine",
                "Port City, 3 May (Agency) — |Nine"
            })
    void standsBeforeTheFirstWordsForSure(String marked) {
        String sentence = marked.replace("|", "") + " sites are said to be known.";
        int end = Dateline.sureEnd(sentence);
        assertThat(sentence.substring(end).strip()).startsWith("Nine sites");
        assertThat(Dateline.end(sentence)).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NATO: we do not know.", "Oslo: nine sites are known.", "CNN — the broadcaster — said so."})
    void mayBeASpeaker(String sentence) {
        assertThat(Dateline.sureEnd(sentence)).isZero();
        assertThat(Dateline.end(sentence)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nine sites are known.", "US-China talks went on.", "The group (Oslo) said so.", "A B"})
    void standsBeforeFewSentences(String sentence) {
        assertThat(Dateline.end(sentence)).isZero();
    }
}
