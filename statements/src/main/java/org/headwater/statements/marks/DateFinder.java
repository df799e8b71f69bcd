package org.headwater.statements.marks;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.headwater.model.PartialDate;
import org.headwater.model.SlotValue;
import org.headwater.statements.parse.Sentence;

/**
 * Reads dates: absolute ("24 September 2015", "Nov. 17, 2022", "2022-12-05"), partial ("September", "Dec. 5") and
 * relative ("last month", "earlier this year", "on Tuesday"). Partial and relative ones are taken to lie on or before
 * the day the text was published; where that is not known they mark a date without a value.
 */
final class DateFinder {
    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final Map<String, Integer> SHORT = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("feb", 2),
            Map.entry("mar", 3),
            Map.entry("apr", 4),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("aug", 8),
            Map.entry("sep", 9),
            Map.entry("sept", 9),
            Map.entry("oct", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12));
    private static final Set<String> BEFORE_MONTH = Set.of(
            "in", "since", "of", "last", "this", "early", "late", "mid", "until", "by", "from", "between", "and", "to",
            "during", "before", "after", "the", "a", "its", "earlier", "-", "next", "on", "through");

    private final Sentence sentence;
    private final List<String> lower;
    private final Optional<PartialDate> published;

    DateFinder(Sentence sentence, Optional<PartialDate> published) {
        this.sentence = sentence;
        this.lower = sentence.tokens().stream()
                .map(token -> TermIndex.folded(token.word()))
                .toList();
        this.published = published;
    }

    List<DateMention> find(String text) {
        List<Raw> raws = new ArrayList<>();
        for (int i = 0; i < lower.size(); i++) {
            Raw raw = at(i);
            if (raw != null) {
                raws.add(raw);
                i = raw.words.last();
            }
        }
        List<DateMention> found = new ArrayList<>();
        for (int i = 0; i < raws.size(); i++) {
            Raw raw = raws.get(i);
            Raw next = i + 1 < raws.size() ? raws.get(i + 1) : null;
            if (next != null && isRange(raw, next)) {
                found.add(range(text, raw, next));
                i++;
            } else {
                found.add(single(text, raw));
            }
        }
        return found;
    }

    private boolean isRange(Raw raw, Raw next) {
        String between = word(raw.words.last() + 1);
        boolean adjacent = next.words.first() == raw.words.last() + 2;
        String before = word(raw.words.first() - 1);
        return adjacent
                && ((before.equals("between") && between.equals("and"))
                        || (before.equals("from") && (between.equals("to") || between.equals("until")))
                        || between.equals("-")
                        || between.equals("–"));
    }

    private DateMention range(String text, Raw raw, Raw next) {
        Raw first = raw;
        if (raw.date.isEmpty() && raw.month > 0 && next.date.isPresent()) {
            first = new Raw(
                    raw.words,
                    Optional.of(new PartialDate(next.date.get().year(), raw.month, raw.day)),
                    raw.month,
                    raw.day);
        }
        Words words = new Words(Math.max(0, raw.words.first() - 1), next.words.last());
        if (first.date.isEmpty() || next.date.isEmpty() || first.date.get().compareTo(next.date.get()) > 0) {
            return new DateMention(words, Optional.empty());
        }
        return new DateMention(words, Optional.of(new SlotValue.Period(first.date, next.date, quote(text, words))));
    }

    private DateMention single(String text, Raw raw) {
        int first = raw.words.first();
        String before = word(first - 1);
        boolean since = before.equals("since")
                || (before.equals("in") && word(first - 2).equals("beginning"))
                || (before.equals("in") && word(first - 2).equals("starting"))
                || (before.equals("from") && !word(raw.words.last() + 1).equals("to"));
        boolean until = before.equals("until") || before.equals("by") || before.equals("before");
        Words words = since || until ? new Words(first - 1, raw.words.last()) : raw.words;
        String quote = quote(text, words);
        return new DateMention(
                words,
                raw.date.map(date -> since
                        ? SlotValue.Period.since(date, quote)
                        : until
                                ? new SlotValue.Period(Optional.empty(), Optional.of(date), quote)
                                : SlotValue.Period.on(date, quote)));
    }

    private Raw at(int i) {
        Raw raw = iso(i);
        if (raw == null) {
            raw = withMonth(i);
        }
        if (raw == null) {
            raw = han(i);
        }
        if (raw == null) {
            raw = year(i);
        }
        return raw != null ? raw : relative(i);
    }

    /** In one word, or in five where the words are split at hyphens. */
    private Raw iso(int i) {
        boolean split = word(i + 1).equals("-") && word(i + 3).equals("-");
        String written = split ? word(i) + "-" + word(i + 2) + "-" + word(i + 4) : lower.get(i);
        if (!written.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return null;
        }
        try {
            return Raw.of(new Words(i, split ? i + 4 : i), PartialDate.parse(written));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Day month year, month day, year, month year, month. */
    private Raw withMonth(int i) {
        int day = day(i);
        int month = day > 0 ? month(i + 1) : month(i);
        int at = day > 0 ? i + 1 : i;
        if (day > 0 && month == 0 && word(i + 1).equals("of")) {
            month = month(i + 2);
            at = i + 2;
        }
        if (month == 0) {
            return null;
        }
        int last = at;
        int dayAt = word(at + 1).equals(".") ? at + 2 : at + 1;
        if (day == 0 && day(dayAt) > 0) {
            last = dayAt;
            day = day(last);
        }
        int yearAt = word(last + 1).equals(",") ? last + 2 : word(last + 1).equals("of") ? last + 2 : last + 1;
        int year = yearOf(yearAt);
        boolean thisYear = word(last + 1).equals("this") && word(last + 2).equals("year");
        boolean lastYear = word(last + 1).equals("last") && word(last + 2).equals("year");
        if (year > 0) {
            last = yearAt;
        } else if (day == 0 && !isPlainMonth(at)) {
            return null;
        }
        if (year == 0 && published.isPresent()) {
            year = yearBefore(month, day, at) - (lastYear && word(at - 1).isEmpty() ? 1 : 0);
            year = thisYear
                    ? published.get().year()
                    : lastYear ? published.get().year() - 1 : year;
        }
        last = thisYear || lastYear ? last + 2 : last;
        return dated(new Words(i, last), year, month, day);
    }

    private static Raw dated(Words words, int year, int month, int day) {
        if (year == 0) {
            return new Raw(words, Optional.empty(), month, day);
        }
        if (day > YearMonth.of(year, month).lengthOfMonth()) {
            return Raw.of(words, PartialDate.ofMonth(year, month));
        }
        return Raw.of(words, new PartialDate(year, month, day));
    }

    /** "May" and "March" are verbs too: a month alone must stand where a date can. */
    private boolean isPlainMonth(int at) {
        boolean capital = Character.isUpperCase(sentence.token(at).word().codePointAt(0));
        boolean ambiguous = lower.get(at).equals("may") || lower.get(at).equals("march");
        if (!ambiguous) {
            return capital;
        }
        return capital
                && at > 0
                && BEFORE_MONTH.contains(lower.get(at - 1))
                && sentence.token(at).tagged("NNP");
    }

    private int yearBefore(int month, int day, int at) {
        PartialDate day0 = published.get();
        boolean later = month > Math.max(1, day0.month())
                || (month == day0.month() && day > 0 && day0.day() > 0 && day > day0.day());
        boolean next = word(at - 1).equals("next");
        return later && !next && day0.month() > 0 ? day0.year() - 1 : day0.year();
    }

    private Raw han(int i) {
        if (!word(i + 1).equals("年") && !word(i + 1).equals("月")) {
            return null;
        }
        int at = i;
        int year = 0;
        if (word(i + 1).equals("年")) {
            year = yearOf(i);
            if (year == 0) {
                return null;
            }
            if (!word(i + 3).equals("月") || number(i + 2) < 1 || number(i + 2) > 12) {
                return Raw.of(new Words(i, i + 1), PartialDate.ofYear(year));
            }
            at = i + 2;
        }
        int month = number(at);
        if (month < 1 || month > 12) {
            return null;
        }
        int last = at + 1;
        int day = 0;
        if ((word(at + 3).equals("日") || word(at + 3).equals("号")) && number(at + 2) >= 1 && number(at + 2) <= 31) {
            day = number(at + 2);
            last = at + 3;
        }
        if (year == 0 && published.isPresent()) {
            year = yearBefore(month, day, at);
        }
        return dated(new Words(i, last), year, month, day);
    }

    private int number(int at) {
        return word(at).matches("\\d{1,2}") ? Integer.parseInt(word(at)) : 0;
    }

    private Raw year(int i) {
        int year = yearOf(i);
        if (year == 0) {
            return null;
        }
        boolean noun = i + 1 < sentence.size() && sentence.token(i + 1).tagged("NNS");
        boolean counted = noun && !Set.of("in", "since", "of").contains(word(i - 1));
        return counted ? null : Raw.of(new Words(i, i), PartialDate.ofYear(year));
    }

    private Raw relative(int i) {
        String word = lower.get(i);
        boolean earlier = word.equals("earlier") || word.equals("later");
        int at = earlier ? i + 1 : i;
        String which = word(at);
        String unit = word(at + 1);
        boolean last = which.equals("last") || which.equals("past") || which.equals("previous");
        if (last || which.equals("this")) {
            Words words = new Words(i, Math.min(lower.size() - 1, at + 1));
            int month = month(at + 1);
            if (month > 0) {
                int year = published.map(date -> yearBefore(month, 0, at + 1)).orElse(0);
                return dated(words, year, month, 0);
            }
            int back = last ? 1 : 0;
            return switch (unit) {
                case "year" -> new Raw(words, published.map(date -> PartialDate.ofYear(date.year() - back)), 0, 0);
                case "month" -> new Raw(words, month0().map(date -> minusMonths(date, back)), 0, 0);
                case "week" ->
                    new Raw(words, published.filter(date -> date.day() > 0).map(date -> monthOf(date, back * 7)), 0, 0);
                default -> weekday(i, at + 1);
            };
        }
        return weekday(i, i);
    }

    private Raw weekday(int first, int at) {
        Optional<DayOfWeek> day = java.util.Arrays.stream(DayOfWeek.values())
                .filter(each -> each.name().equalsIgnoreCase(word(at)))
                .findFirst();
        if (day.isEmpty()) {
            return null;
        }
        return new Raw(
                new Words(first, at),
                published
                        .filter(date -> date.day() > 0)
                        .map(date -> PartialDate.of(date.firstDay().with(TemporalAdjusters.previousOrSame(day.get())))),
                0,
                0);
    }

    private Optional<PartialDate> month0() {
        return published.filter(date -> date.month() > 0);
    }

    private static PartialDate minusMonths(PartialDate date, int months) {
        YearMonth month = YearMonth.of(date.year(), date.month()).minusMonths(months);
        return PartialDate.ofMonth(month.getYear(), month.getMonthValue());
    }

    private static PartialDate monthOf(PartialDate date, int daysBack) {
        LocalDate day = date.firstDay().minusDays(daysBack);
        return PartialDate.ofMonth(day.getYear(), day.getMonthValue());
    }

    private int month(int at) {
        String word = word(at).replace(".", "");
        int index = MONTHS.indexOf(word);
        if (index >= 0) {
            return index + 1;
        }
        boolean capital = at < sentence.size()
                && at >= 0
                && Character.isUpperCase(sentence.token(at).word().codePointAt(0));
        return capital ? SHORT.getOrDefault(word, 0) : 0;
    }

    private int day(int at) {
        String word = word(at).replaceAll("(?<=\\d)(st|nd|rd|th)$", "");
        if (!word.matches("\\d{1,2}")) {
            return 0;
        }
        int day = Integer.parseInt(word);
        return day <= 31 ? day : 0;
    }

    private int yearOf(int at) {
        return word(at).matches("(19|20)\\d{2}") ? Integer.parseInt(word(at)) : 0;
    }

    private String word(int at) {
        return at >= 0 && at < lower.size() ? lower.get(at) : "";
    }

    private String quote(String text, Words words) {
        return text.substring(
                sentence.token(words.first()).begin(),
                sentence.token(words.last()).end());
    }

    private record Raw(Words words, Optional<PartialDate> date, int month, int day) {
        static Raw of(Words words, PartialDate date) {
            return new Raw(words, Optional.of(date), 0, 0);
        }
    }
}
