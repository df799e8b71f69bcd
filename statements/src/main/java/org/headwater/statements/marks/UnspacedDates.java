package org.headwater.statements.marks;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headwater.model.PartialDate;
import org.headwater.model.SlotValue;
import org.headwater.statements.languages.LanguageWords;
import org.headwater.statements.parse.Sentence;

/**
 * Dates in Chinese, Japanese and Korean: "2022年9月", "今年9月", "11月1日", "本月", "周二", "17日", "2021年4月至2022年7月",
 * "2018年起". Those that leave out the year are taken to lie on or before the day the text was published.
 */
final class UnspacedDates {
    private static final String MONTH = "(?<month>\\d{1,2}|十[一二]?|[一二三四五六七八九])[月월]";
    private static final Pattern DATE = Pattern.compile(
            "(?:(?<year>(?:19|20)\\d{2})[年년]|(?<which>%WHICH%)) ?(?:" + MONTH + "份? ?(?:(?<day>\\d{1,2})[日号일])?)?");
    private static final Pattern OF_MONTH =
            Pattern.compile("(?:" + MONTH + "份? ?(?:(?<day>\\d{1,2})[日号일])?|(?<only>\\d{1,2})[日号일])");
    private static final String DAYS = "一二三四五六日";
    private static final String NUMERALS = "一二三四五六七八九十";

    private final LanguageWords words;
    private final Optional<PartialDate> published;
    private final SignText signs;
    private final String text;
    private final String document;
    private final Sentence sentence;
    private final Pattern dated;
    private final Pattern relative;

    UnspacedDates(String document, Sentence sentence, LanguageWords words, Optional<PartialDate> published) {
        this.words = words;
        this.published = published;
        this.document = document;
        this.sentence = sentence;
        this.signs = SignText.of(document, sentence);
        this.text = signs.text();
        this.dated = Pattern.compile(
                DATE.pattern().replace("%WHICH%", alternatives("this-year", "last-year", "year-before")));
        this.relative = Pattern.compile("(?<last>" + alternatives("last-month") + ")|(?<this>"
                + alternatives("this-month") + ")|(?:" + alternatives("weekday") + ")(?<weekday>[" + DAYS + "天])");
    }

    private String alternatives(String... sections) {
        List<String> all = new ArrayList<>();
        for (String section : sections) {
            words.longestFirst(section).forEach(each -> all.add(Pattern.quote(each)));
        }
        return all.isEmpty() ? "\\b\\B" : String.join("|", all);
    }

    List<DateMention> find() {
        List<Raw> raws = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            Optional<Raw> raw = at(at, raws);
            raw.ifPresent(raws::add);
            at = raw.map(Raw::end).orElse(at + 1);
        }
        List<DateMention> found = new ArrayList<>();
        for (int i = 0; i < raws.size(); i++) {
            boolean range = i + 1 < raws.size()
                    && text.substring(raws.get(i).end(), raws.get(i + 1).begin())
                            .matches("[至到—–~-]+|から ?|부터 ?");
            if (range) {
                range(raws.get(i), raws.get(i + 1)).ifPresent(found::add);
                i++;
            } else {
                single(raws.get(i)).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<Raw> at(int at, List<Raw> before) {
        Matcher matcher = dated.matcher(text).region(at, text.length());
        if (matcher.lookingAt()) {
            return Optional.of(raw(at, matcher.end(), year(matcher), number(matcher.group("month")), day(matcher)));
        }
        boolean torn = at > 0 && Character.isDigit(text.charAt(at - 1));
        matcher = OF_MONTH.matcher(text).region(at, text.length());
        if (!torn && matcher.lookingAt()) {
            return Optional.of(ofMonth(matcher, at, before));
        }
        matcher = relative.matcher(text).region(at, text.length());
        if (matcher.lookingAt()) {
            return Optional.of(relative(matcher, at));
        }
        return Optional.empty();
    }

    private Raw ofMonth(Matcher matcher, int at, List<Raw> before) {
        if (matcher.group("only") != null) {
            int day = Integer.parseInt(matcher.group("only"));
            return new Raw(at, matcher.end(), published.flatMap(date -> lastDay(date, day)));
        }
        int month = number(matcher.group("month"));
        int day = day(matcher);
        // "2021年4月至7月": the year named right before, else the last one that is not to come.
        Optional<Integer> near =
                before.isEmpty() || at - before.get(before.size() - 1).end() > 2
                        ? Optional.empty()
                        : before.get(before.size() - 1).date().map(PartialDate::year);
        int year = near.orElseGet(
                () -> published.map(date -> yearBefore(date, month, day)).orElse(0));
        return raw(at, matcher.end(), year, month, day);
    }

    private static Optional<PartialDate> lastDay(PartialDate date, int day) {
        if (date.day() == 0 || day < 1 || day > 31) {
            return Optional.empty();
        }
        YearMonth month = YearMonth.of(date.year(), date.month()).minusMonths(day > date.day() ? 1 : 0);
        return day > month.lengthOfMonth()
                ? Optional.empty()
                : Optional.of(new PartialDate(month.getYear(), month.getMonthValue(), day));
    }

    private static int yearBefore(PartialDate date, int month, int day) {
        boolean later = date.month() > 0
                && (month > date.month() || (month == date.month() && date.day() > 0 && day > date.day()));
        return later ? date.year() - 1 : date.year();
    }

    private int year(Matcher matcher) {
        if (matcher.group("year") != null) {
            return Integer.parseInt(matcher.group("year"));
        }
        String which = matcher.group("which");
        int back = words.isListed("this-year", which) ? 0 : words.isListed("last-year", which) ? 1 : 2;
        return published.map(date -> date.year() - back).orElse(0);
    }

    private static int day(Matcher matcher) {
        return matcher.group("day") == null ? 0 : Integer.parseInt(matcher.group("day"));
    }

    private static int number(String numerals) {
        if (numerals == null) {
            return 0;
        }
        if (Character.isDigit(numerals.charAt(0))) {
            return Integer.parseInt(numerals);
        }
        int last = NUMERALS.indexOf(numerals.charAt(numerals.length() - 1)) + 1;
        return numerals.length() > 1 ? 10 + last : last;
    }

    private Raw raw(int begin, int end, int year, int month, int day) {
        if (year == 0 || month > 12 || day > 31) {
            return new Raw(begin, end, Optional.empty());
        }
        if (month == 0) {
            return new Raw(begin, end, Optional.of(PartialDate.ofYear(year)));
        }
        boolean whole = day == 0 || day > YearMonth.of(year, month).lengthOfMonth();
        return new Raw(
                begin, end, Optional.of(whole ? PartialDate.ofMonth(year, month) : new PartialDate(year, month, day)));
    }

    private Raw relative(Matcher matcher, int at) {
        Optional<PartialDate> month = published.filter(date -> date.month() > 0);
        if (matcher.group("weekday") != null) {
            int index = Math.min(6, Math.max(0, DAYS.indexOf(matcher.group("weekday"))));
            return new Raw(
                    at, matcher.end(), published.filter(date -> date.day() > 0).map(date -> {
                        LocalDate day = date.firstDay().with(TemporalAdjusters.previousOrSame(DayOfWeek.of(index + 1)));
                        return PartialDate.of(day);
                    }));
        }
        int back = matcher.group("last") != null ? 1 : 0;
        return new Raw(at, matcher.end(), month.map(date -> {
            YearMonth then = YearMonth.of(date.year(), date.month()).minusMonths(back);
            return PartialDate.ofMonth(then.getYear(), then.getMonthValue());
        }));
    }

    private Optional<DateMention> range(Raw raw, Raw next) {
        boolean known = raw.date().isPresent()
                && next.date().isPresent()
                && raw.date().get().compareTo(next.date().get()) <= 0;
        return signs.words(raw.begin(), next.end())
                .map(where -> new DateMention(
                        where,
                        known
                                ? Optional.of(new SlotValue.Period(raw.date(), next.date(), quote(where)))
                                : Optional.empty()));
    }

    private Optional<DateMention> single(Raw raw) {
        boolean since = follows("since-after", raw.end());
        boolean until = !since && follows("until-after", raw.end());
        return signs.words(raw.begin(), raw.end()).map(where -> {
            String quote = quote(where);
            return new DateMention(
                    where,
                    raw.date()
                            .map(date -> since
                                    ? SlotValue.Period.since(date, quote)
                                    : until
                                            ? new SlotValue.Period(Optional.empty(), Optional.of(date), quote)
                                            : SlotValue.Period.on(date, quote)));
        });
    }

    private boolean follows(String section, int at) {
        return words.list(section).stream().anyMatch(each -> text.startsWith(each, at));
    }

    private String quote(Words where) {
        return document.substring(
                sentence.token(where.first()).begin(),
                sentence.token(where.last()).end());
    }

    private record Raw(int begin, int end, Optional<PartialDate> date) {}
}
