package org.headwater.statements.marks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.headwater.model.PartialDate;
import org.headwater.model.SlotValue;
import org.headwater.model.Span;
import org.headwater.statements.parse.Parser;
import org.headwater.statements.parse.Sentence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersAndDatesTest {
    @ParameterizedTest
    @CsvSource({
        "at least 54 houses, 54, ",
        "more than 100 houses, 101, ",
        "over 100 houses, 101, ",
        "up to 30 houses, , 30",
        "fewer than 30 houses, , 29",
        "about 30 houses, 30, 30",
        "dozens of houses, 24, ",
        "two dozen houses, 24, 24",
        "more than a dozen houses, 13, ",
        "twenty-one houses, 21, 21",
        "one hundred and two houses, 102, 102",
        "three thousand houses, 3000, 3000",
        "ten or more houses, 10, ",
    })
    void wordsAroundANumberMakeItAnInterval(String text, Long min, Long max) {
        SlotValue.Count count = numbers(text).get(0).value();
        assertThat(count.min().stream().boxed().findFirst()).isEqualTo(Optional.ofNullable(min));
        assertThat(count.max().stream().boxed().findFirst()).isEqualTo(Optional.ofNullable(max));
    }

    @ParameterizedTest
    @CsvSource({"in 2019", "on 5 May 2019", "a 17-year-old law", "12 percent of it", "$300 a month"})
    void datesAgesSharesAndMoneyCountNothing(String text) {
        assertThat(numbers(text)).isEmpty();
    }

    @Property(tries = 300)
    void digitsWithSeparatorsAreReadAsTheNumberTheyMean(@ForAll @IntRange(min = 2, max = 9_999_999) int number) {
        if (number >= 1900 && number <= 2099) {
            return;
        }
        SlotValue.Count count =
                numbers(String.format("%,d houses", number)).get(0).value();
        assertThat(count.min()).hasValue(number);
        assertThat(count.max()).hasValue(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a fugitive born on 3 May 1984 in Wenzhou",
                "Liu (born May 3, 1984) was returned",
                "nacida el 3 de mayo de 1984",
                "DATE DE NAISSANCE : 03/05/1984",
                "NEE LE 03/05/1984",
                "ne(e) le 03/05/1984",
                "GEBURTSDATUM: 03.05.1984",
                "дата рождения: 03.05.1984",
                "1984年5月3日出生"
            })
    void daysOfBirthAreFound(String text) {
        assertThat(BirthDates.in(text))
                .singleElement()
                .satisfies(span -> assertThat(span.of(text)).contains("1984", "3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "opened on 3 May 1984",
                "NATO on 3 May 2022",
                "2022年5月1日生效",
                "born in Wenzhou; on 3 May 2022 it closed"
            })
    void otherDaysAreNone(String text) {
        assertThat(BirthDates.in(text)).isEmpty();
    }

    @Property(tries = 300)
    void everyNumberAndDateStandsInTheText(@ForAll String text) {
        for (Sentence sentence : Parser.plain().parse(text)) {
            List<DateMention> dates = new DateFinder(sentence, Optional.of(PartialDate.parse("2023-04-10"))).find(text);
            assertThat(dates).allSatisfy(date -> assertThat(date.words().last()).isLessThan(sentence.size()));
            assertThat(new NumberFinder(sentence).find(text, dates))
                    .allSatisfy(number ->
                            assertThat(number.words().contains(number.core())).isTrue());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "on 24 September 2015, 2015-09-24, 2015-09-24",
        "on Nov. 17, 2022-11-17, 2022-11-17",
        "on 5 March, 2023-03-05, 2023-03-05",
        "since 2016, 2016, ",
        "last month, 2023-03, 2023-03",
        "this year, 2023, 2023",
        "last September, 2022-09, 2022-09",
        "between 2015 and 2019, 2015, 2019",
        "from April 2021 to July 2022, 2021-04, 2022-07",
        "2022-12-05, 2022-12-05, 2022-12-05",
    })
    void datesAreTakenAgainstTheDayOfPublication(String text, String from, String to) {
        SlotValue.Period period = dates(text, Optional.of(PartialDate.parse("2023-04-10")))
                .get(0)
                .value()
                .orElseThrow();
        assertThat(period.from().map(PartialDate::toString)).isEqualTo(Optional.ofNullable(from));
        assertThat(period.to().map(PartialDate::toString)).isEqualTo(Optional.ofNullable(to));
    }

    @ParameterizedTest
    @CsvSource({"last month", "on 5 March", "in September", "on Tuesday"})
    void withoutADayOfPublicationTheYearIsNotGuessed(String text) {
        assertThat(dates(text, Optional.empty()))
                .allSatisfy(date -> assertThat(date.value()).isEmpty());
    }

    private static List<NumberMention> numbers(String text) {
        Sentence sentence = Parser.plain().parse(text, new Span(0, text.length()));
        return new NumberFinder(sentence).find(text, new DateFinder(sentence, Optional.empty()).find(text));
    }

    private static List<DateMention> dates(String text, Optional<PartialDate> published) {
        return new DateFinder(Parser.plain().parse(text, new Span(0, text.length())), published).find(text);
    }
}
