package org.headwater.reading.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | The harbour was closed on Monday because of the wind, and it will not open before the end of the week.",
                "de | Der Hafen wurde am Montag wegen des Windes geschlossen und wird nicht vor dem Ende der Woche geöffnet.",
                "fr | Le port a été fermé lundi à cause du vent et ne sera pas ouvert avant la fin de la semaine.",
                "es | El puerto se cerró el lunes por el viento y no se abrirá hasta el final de la semana.",
                "it | Il porto è stato chiuso lunedì per il vento e non sarà aperto prima della fine della settimana.",
                "pt | O porto foi fechado na segunda-feira por causa do vento e não será aberto até ao fim da semana.",
                "nl | De haven is maandag gesloten vanwege de wind en wordt niet voor het einde van de week geopend.",
                "id | Pelabuhan ditutup pada hari Senin karena angin dan tidak akan dibuka untuk minggu ini.",
                "cs | Přístav byl v pondělí uzavřen pro silný vítr a nebude otevřen dříve než na konci týdne, řekl starosta.",
                "pl | Port został zamknięty w poniedziałek z powodu wiatru i nie będzie otwarty przed końcem tygodnia.",
                "sv | Hamnen stängdes på måndagen på grund av vinden och kommer inte att öppnas för allmänheten.",
                "ru | Порт был закрыт в понедельник из-за ветра, и он не будет открыт до конца недели.",
                "uk | Порт було закрито у понеділок через вітер, і він не буде відкритий до кінця тижня.",
                "zh-Hans | 由于大风，港口星期一关闭，本周末之前不会开放，市长说。",
                "zh-Hant | 由於大風，港口星期一關閉，本週末之前不會開放，市長說。",
                "ja | 強い風のため、港は月曜日に閉鎖された。週末まで開かれない見込みだ。",
                "ko | 강한 바람 때문에 항구는 월요일에 폐쇄되었으며 주말까지 열리지 않을 것이다."
            })
    void recognisesTheLanguageOfASentence(String tag, String sentence) {
        assertThat(Languages.of(sentence).orElse("?")).isEqualTo(tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "OK", "12 34 56", "Lorem ipsum dolor sit amet consectetur"})
    void saysNothingOfWhatItCannotTell(String text) {
        assertThat(Languages.of(text).isKnown()).isFalse();
    }
}
