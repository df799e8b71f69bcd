package org.headwater.statements.marks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.headwater.codebook.Codebook;
import org.headwater.codebook.Codebooks;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.model.PartialDate;
import org.headwater.model.SlotValue;
import org.headwater.model.Span;
import org.headwater.statements.parse.Parser;
import org.headwater.statements.parse.Sentence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherLanguagesTest {
    private static final Codebook CODEBOOK = Codebooks.shipped("transnational-policing");
    private static final Optional<PartialDate> PUBLISHED = Optional.of(PartialDate.parse("2022-11-10"));

    private static MarkedSentence marked(String language, String text) {
        Sentence sentence = Parser.plain(language).parse(text, new Span(0, text.length()));
        return Marker.of(CODEBOOK, Gazetteer.shipped(), language).mark(text, 0, sentence, PUBLISHED);
    }

    @ParameterizedTest
    @CsvSource({
        "es, al menos 54 oficinas, 54, ",
        "es, más de cien oficinas, 101, ",
        "es, unas 230.000 personas, 230000, 230000",
        "es, 230 mil personas, 230000, 230000",
        "es, treinta y dos oficinas, 32, 32",
        "es, hasta 20 oficinas, , 20",
        "es, decenas de oficinas, 20, ",
        "fr, au moins 54 postes, 54, ",
        "fr, soixante-dix postes, 70, 70",
        "de, mindestens 54 Büros, 54, ",
        "de, vierundfünfzig Büros, 54, 54",
        "it, cinquantaquattro sedi, 54, 54",
        "nl, minstens vierenvijftig bureaus, 54, ",
        "pt, pelo menos 54 postos, 54, ",
        "id, sedikitnya 54 kantor, 54, ",
        "cs, nejméně 54 stanic, 54, ",
        "zh-Hans, 至少54个站点, 54, ",
        "zh-Hans, 五十四个站点, 54, 54",
        "zh-Hant, 兩處據點, 2, 2",
        "zh-Hans, 23万人, 230000, 230000",
        "zh-Hans, 超过100个站点, 101, ",
        "zh-Hans, 100多个站点, 100, ",
        "zh-Hans, 一百零二个站点, 102, 102",
        "ja, 少なくとも54カ所の拠点, 54, ",
        "ko, 최소 54개의 거점, 54, "
    })
    void numbersAreIntervals(String language, String text, Long min, Long max) {
        List<NumberMention> numbers = marked(language, text).numbers();
        assertThat(numbers).as(text).hasSize(1);
        SlotValue.Count count = numbers.get(0).value();
        assertThat(count.min().stream().boxed().findFirst()).isEqualTo(Optional.ofNullable(min));
        assertThat(count.max().stream().boxed().findFirst()).isEqualTo(Optional.ofNullable(max));
    }

    @ParameterizedTest
    @CsvSource({
        "es, el 12 % de ellas",
        "es, tras 17 años",
        "zh-Hans, 第三次会议",
        "zh-Hans, 中意两国",
        "zh-Hans, 海外110",
        "fr, 300 € par mois"
    })
    void sharesAgesOrdinalsAndNamesCountNothing(String language, String text) {
        assertThat(marked(language, text).numbers()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "es, en septiembre de 2022, 2022-09, 2022-09",
        "es, el 1 de noviembre, 2022-11-01, 2022-11-01",
        "es, en diciembre, 2021-12, 2021-12",
        "es, desde 2016, 2016, ",
        "es, el mes pasado, 2022-10, 2022-10",
        "es, entre abril de 2021 y julio de 2022, 2021-04, 2022-07",
        "de, am 1. November 2022, 2022-11-01, 2022-11-01",
        "de, am 05.11.2022, 2022-11-05, 2022-11-05",
        "fr, le 1er novembre 2022, 2022-11-01, 2022-11-01",
        "it, nel dicembre 2021, 2021-12, 2021-12",
        "nl, vorig jaar, 2021, 2021",
        "cs, 3. listopadu 2022, 2022-11-03, 2022-11-03",
        "zh-Hans, 2022年9月, 2022-09, 2022-09",
        "zh-Hans, 今年9月, 2022-09, 2022-09",
        "zh-Hans, 去年12月, 2021-12, 2021-12",
        "zh-Hans, 本月, 2022-11, 2022-11",
        "zh-Hans, 1日, 2022-11-01, 2022-11-01",
        "zh-Hans, 周二, 2022-11-08, 2022-11-08",
        "zh-Hans, 2018年起, 2018, ",
        "zh-Hans, 2021年4月至2022年7月, 2021-04, 2022-07",
        "ja, 昨年9月, 2021-09, 2021-09",
        "ko, 2022년 11월 4일, 2022-11-04, 2022-11-04"
    })
    void datesLieOnOrBeforeTheDayOfPublication(String language, String text, String from, String to) {
        List<DateMention> dates = marked(language, text).dates();
        assertThat(dates).as(text).hasSize(1);
        SlotValue.Period period = dates.get(0).value().orElseThrow();
        assertThat(period.from().map(PartialDate::toString)).isEqualTo(Optional.ofNullable(from));
        assertThat(period.to().map(PartialDate::toString)).isEqualTo(Optional.ofNullable(to));
    }

    @ParameterizedTest
    @CsvSource({
        "es, La policía neerlandesa investiga., NL, police",
        "es, El Ministerio de Asuntos Exteriores de Irlanda habló., IE, foreign ministry",
        "es, La embajada de China en Madrid calló., CN, embassy in Madrid",
        "de, Die niederländische Regierung schweigt., NL, government",
        "nl, De Duitse politie onderzoekt dit., DE, police",
        "id, Pemerintah Belanda menjawab., NL, government",
        "zh-Hans, 荷兰外交部发言人说, NL, foreign ministry",
        "zh-Hant, 中國駐荷蘭大使館說, CN, embassy in Netherlands",
        "ja, オランダ政府は答えた, NL, government",
        "ko, 네덜란드 정부는 답했다, NL, government"
    })
    void officesHaveTheirCountryAndAnEnglishName(String language, String text, String country, String name) {
        List<PartyMention> parties = marked(language, text).parties();
        assertThat(parties).as(text).hasSize(1);
        assertThat(parties.get(0).country()).contains(country);
        assertThat(parties.get(0).name()).isEqualTo(name);
    }
}
