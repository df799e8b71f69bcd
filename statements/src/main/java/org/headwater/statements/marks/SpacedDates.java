package org.headwater.statements.marks;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headwater.model.PartialDate;
import org.headwater.model.SlotValue;
import org.headwater.statements.languages.LanguageWords;
import org.headwater.statements.parse.Sentence;

/**
 * Dates in languages that set spaces between words, other than English: "1 de noviembre de 2022", "en septiembre", "am 5.
 * November 2022", "le mois dernier", "desde 2016", "entre abril de 2021 y julio de 2022". Those that leave out the year
 * are taken to lie on or before the day the text was published.
 */
final class SpacedDates {
    private final String document;
    private final Sentence sentence;
    private final LanguageWords words;
    private final Phrases phrases;
    private final Optional<PartialDate> published;
    private final List<String> months;
    private final List<String> weekdays;

    SpacedDates(String document, Sentence sentence, LanguageWords words, Optional<PartialDate> published) {
        this.document = document;
        this.sentence = sentence;
        this.words = words;
        this.phrases = new Phrases(sentence, words);
        this.published = published;
        this.months = List.copyOf(words.list("months"));
        this.weekdays = List.copyOf(words.list("weekdays"));
    }

    List<DateMention> find() {
        List<Raw> raws = new ArrayList<>();
        for (int i = 0; i < phrases.size(); i++) {
            Optional<Raw> raw = at(i);
            if (raw.isPresent()) {
                raws.add(raw.get());
                i = raw.get().words().last();
            }
        }
        List<DateMention> found = new ArrayList<>();
        for (int i = 0; i < raws.size(); i++) {
            boolean range = i + 1 < raws.size() && isRange(raws.get(i), raws.get(i + 1));
            found.add(range ? range(raws.get(i), raws.get(i + 1)) : single(raws.get(i)));
            i += range ? 1 : 0;
        }
        return found;
    }

    private Optional<Raw> at(int i) {
        return iso(i).or(() -> ofMonth(i))
                .or(() -> relative(i))
                .or(() -> weekday(i))
                .or(() -> year(i));
    }

    private Optional<Raw> iso(int i) {
        String word = phrases.word(i);
        java.util.regex.Matcher day = java.util.regex.Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.((?:19|20)\\d{2})")
                .matcher(word);
        if (day.matches()) {
            return Optional.of(raw(
                    new Words(i, i),
                    Integer.parseInt(day.group(3)),
                    Integer.parseInt(day.group(2)),
                    Integer.parseInt(day.group(1))));
        }
        boolean split = phrases.word(i + 1).equals("-") && phrases.word(i + 3).equals("-");
        String written = split ? word + "-" + phrases.word(i + 2) + "-" + phrases.word(i + 4) : word;
        if (!written.matches("(?:19|20)\\d{2}-\\d{2}-\\d{2}")) {
            return Optional.empty();
        }
        String[] parts = written.split("-", -1);
        return Optional.of(raw(
                new Words(i, split ? i + 4 : i),
                Integer.parseInt(parts[0]),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2])));
    }

    /** Day, month, year; month, year; month alone where a preposition or a capital shows that it is one. */
    private Optional<Raw> ofMonth(int i) {
        int day = day(i);
        int at = day > 0 ? i + 1 : i;
        if (day > 0 && (phrases.word(at).equals(".") || words.isListed("of", phrases.word(at)))) {
            at++;
        }
        int month = month(at);
        if (month == 0) {
            return Optional.empty();
        }
        int last = phrases.word(at + 1).equals(".") && phrases.word(at + 2).matches("(?:19|20)\\d{2}") ? at + 1 : at;
        int yearAt = words.isListed("of", phrases.word(last + 1)) ? last + 2 : last + 1;
        int year = yearOf(yearAt);
        if (year > 0) {
            last = yearAt;
        } else if (day == 0 && !isPlainMonth(at)) {
            return Optional.empty();
        } else {
            int wanted = day;
            year = published.map(date -> yearBefore(date, month, wanted)).orElse(0);
        }
        return Optional.of(raw(new Words(i, last), year, month, day));
    }

    private boolean isPlainMonth(int at) {
        String before = phrases.word(at - 1);
        boolean led = words.isListed("in", before)
                || words.isListed("since", before)
                || words.isListed("of", before)
                || words.isListed("until", before)
                || words.isListed("between", before)
                || words.isListed("and", before);
        boolean capital = Character.isUpperCase(sentence.token(at).word().codePointAt(0));
        return led || (capital && at > 0);
    }

    private static int yearBefore(PartialDate date, int month, int day) {
        boolean later = date.month() > 0
                && (month > date.month() || (month == date.month() && date.day() > 0 && day > date.day()));
        return later ? date.year() - 1 : date.year();
    }

    private Optional<Raw> relative(int i) {
        Optional<PartialDate> inMonth = published.filter(date -> date.month() > 0);
        for (String section : List.of("this-month", "last-month")) {
            Optional<Phrases.Found> found = phrases.at(section, i);
            if (found.isPresent()) {
                int back = section.startsWith("last") ? 1 : 0;
                return Optional.of(new Raw(
                        found.get().words(),
                        inMonth.map(date ->
                                        YearMonth.of(date.year(), date.month()).minusMonths(back))
                                .map(then -> PartialDate.ofMonth(then.getYear(), then.getMonthValue()))));
            }
        }
        for (String section : List.of("this-year", "last-year")) {
            Optional<Phrases.Found> found = phrases.at(section, i);
            if (found.isPresent()) {
                int back = section.startsWith("last") ? 1 : 0;
                return Optional.of(
                        new Raw(found.get().words(), published.map(date -> PartialDate.ofYear(date.year() - back))));
            }
        }
        return Optional.empty();
    }

    private Optional<Raw> weekday(int i) {
        int index = weekdays.indexOf(phrases.word(i));
        if (index < 0) {
            return Optional.empty();
        }
        Optional<PartialDate> day = published.filter(date -> date.day() > 0).map(date -> {
            LocalDate then = date.firstDay().with(TemporalAdjusters.previousOrSame(DayOfWeek.of(index + 1)));
            return PartialDate.of(then);
        });
        return Optional.of(new Raw(new Words(i, i), day));
    }

    private Optional<Raw> year(int i) {
        int year = yearOf(i);
        return year == 0 ? Optional.empty() : Optional.of(raw(new Words(i, i), year, 0, 0));
    }

    private static Raw raw(Words where, int year, int month, int day) {
        if (year == 0 || month > 12 || day > 31) {
            return new Raw(where, Optional.empty());
        }
        if (month == 0) {
            return new Raw(where, Optional.of(PartialDate.ofYear(year)));
        }
        boolean whole = day == 0 || day > YearMonth.of(year, month).lengthOfMonth();
        return new Raw(
                where, Optional.of(whole ? PartialDate.ofMonth(year, month) : new PartialDate(year, month, day)));
    }

    private boolean isRange(Raw raw, Raw next) {
        int from = raw.words().last() + 1;
        boolean joined = next.words().first() == from + 1
                && (words.isListed("and", phrases.word(from))
                        || phrases.word(from).matches("[-–—]"));
        return joined
                && (words.isListed("between", phrases.word(raw.words().first() - 1))
                        || phrases.word(from).matches("[-–—]"));
    }

    private DateMention range(Raw raw, Raw next) {
        Words where =
                new Words(Math.max(0, raw.words().first() - 1), next.words().last());
        Optional<PartialDate> from = raw.date();
        // "entre abril y julio de 2021": the year of the later one, where it was left out.
        if (from.isPresent()
                && next.date().isPresent()
                && from.get().compareTo(next.date().get()) > 0) {
            from = Optional.of(PartialDate.ofMonth(
                    next.date().get().year(), Math.max(1, from.get().month())));
        }
        boolean known = from.isPresent()
                && next.date().isPresent()
                && from.get().compareTo(next.date().get()) <= 0;
        return new DateMention(
                where, known ? Optional.of(new SlotValue.Period(from, next.date(), quote(where))) : Optional.empty());
    }

    private DateMention single(Raw raw) {
        int first = raw.words().first();
        Optional<Phrases.Found> since = phrases.before("since", first);
        Optional<Phrases.Found> until = since.isPresent() ? Optional.empty() : phrases.before("until", first);
        Words where = since.or(() -> until)
                .map(found -> found.words().cover(raw.words()))
                .orElse(raw.words());
        String quote = quote(where);
        return new DateMention(
                where,
                raw.date()
                        .map(date -> since.isPresent()
                                ? SlotValue.Period.since(date, quote)
                                : until.isPresent()
                                        ? new SlotValue.Period(Optional.empty(), Optional.of(date), quote)
                                        : SlotValue.Period.on(date, quote)));
    }

    private int month(int at) {
        String word = phrases.word(at);
        for (int i = 0; i < months.size(); i++) {
            for (String form : months.get(i).split("\\|", -1)) {
                if (form.equals(word)) {
                    return i + 1;
                }
            }
        }
        return 0;
    }

    private int day(int at) {
        String word = phrases.word(at).replaceAll("(?:º|er|°|re)$", "");
        int day = word.matches("\\d{1,2}") ? Integer.parseInt(word) : 0;
        return day <= 31 ? day : 0;
    }

    private int yearOf(int at) {
        return phrases.word(at).matches("(?:19|20)\\d{2}") ? Integer.parseInt(phrases.word(at)) : 0;
    }

    private String quote(Words where) {
        return document.substring(
                sentence.token(where.first()).begin(),
                sentence.token(where.last()).end());
    }

    private record Raw(Words words, Optional<PartialDate> date) {}
}
