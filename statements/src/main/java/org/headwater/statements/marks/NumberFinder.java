package org.headwater.statements.marks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.headwater.model.SlotValue;
import org.headwater.statements.parse.Sentence;

/**
 * Reads numbers in words and digits as intervals: "at least 54" is 54 and up, "more than 100" is 101 and up, "dozens" is
 * 24 and up, "up to 30" is 30 and down. Percentages, sums of money, ages, ordinals, times and versions are no numbers of
 * things.
 */
final class NumberFinder {
    private static final Map<String, Long> ONES = Map.ofEntries(
            Map.entry("one", 1L),
            Map.entry("two", 2L),
            Map.entry("three", 3L),
            Map.entry("four", 4L),
            Map.entry("five", 5L),
            Map.entry("six", 6L),
            Map.entry("seven", 7L),
            Map.entry("eight", 8L),
            Map.entry("nine", 9L),
            Map.entry("ten", 10L),
            Map.entry("eleven", 11L),
            Map.entry("twelve", 12L),
            Map.entry("thirteen", 13L),
            Map.entry("fourteen", 14L),
            Map.entry("fifteen", 15L),
            Map.entry("sixteen", 16L),
            Map.entry("seventeen", 17L),
            Map.entry("eighteen", 18L),
            Map.entry("nineteen", 19L),
            Map.entry("twenty", 20L),
            Map.entry("thirty", 30L),
            Map.entry("forty", 40L),
            Map.entry("fifty", 50L),
            Map.entry("sixty", 60L),
            Map.entry("seventy", 70L),
            Map.entry("eighty", 80L),
            Map.entry("ninety", 90L),
            Map.entry("both", 2L));
    private static final Map<String, Long> SCALES =
            Map.of("hundred", 100L, "thousand", 1_000L, "million", 1_000_000L, "billion", 1_000_000_000L, "dozen", 12L);
    private static final Map<String, Long> PARTS = Map.of("half", 2L, "quarter", 4L, "third", 3L);
    /** Open words: two of the unit, and up. */
    private static final Map<String, Long> OPEN =
            Map.of("dozens", 24L, "scores", 40L, "hundreds", 200L, "thousands", 2_000L, "millions", 2_000_000L);

    private static final Set<String> MONEY =
            Set.of("$", "€", "£", "¥", "us$", "yuan", "euros", "dollars", "pounds", "rmb");
    private static final Set<String> UNITS = Set.of(
            "%",
            "percent",
            "per",
            "pm",
            "am",
            "p.m.",
            "a.m.",
            "km",
            "kilometers",
            "kilometres",
            "miles",
            "year",
            "years",
            "months",
            "days",
            "hours",
            "minutes",
            "weeks",
            "month",
            "day",
            "hour",
            "-");
    private static final Map<Character, Long> HAN = Map.ofEntries(
            Map.entry('一', 1L),
            Map.entry('二', 2L),
            Map.entry('两', 2L),
            Map.entry('兩', 2L),
            Map.entry('三', 3L),
            Map.entry('四', 4L),
            Map.entry('五', 5L),
            Map.entry('六', 6L),
            Map.entry('七', 7L),
            Map.entry('八', 8L),
            Map.entry('九', 9L),
            Map.entry('十', 10L));

    private final Sentence sentence;
    private final List<String> lower;

    NumberFinder(Sentence sentence) {
        this.sentence = sentence;
        this.lower = sentence.tokens().stream()
                .map(token -> TermIndex.folded(token.word()))
                .toList();
    }

    /** All numbers of the sentence but those within the given dates. */
    List<NumberMention> find(String text, List<DateMention> dates) {
        List<NumberMention> found = new ArrayList<>();
        for (int i = 0; i < lower.size(); i++) {
            int at = i;
            if (dates.stream().anyMatch(date -> date.words().contains(at))) {
                continue;
            }
            Core core = core(i);
            if (core != null && !isOther(core) && !isInName(core)) {
                found.add(mention(text, core));
            }
            if (core != null) {
                i = core.words.last();
            }
        }
        return found;
    }

    private Core core(int at) {
        String word = lower.get(at);
        if (OPEN.containsKey(word)) {
            int last = at;
            long value = OPEN.get(word);
            if (is(at + 1, "of") && OPEN.containsKey(word(at + 2))) {
                value = Math.max(1, value / 2 * 2) * OPEN.get(word(at + 2)) / 2;
                last = at + 2;
            }
            return new Core(new Words(at, is(last + 1, "of") ? last + 1 : last), value, true);
        }
        if (HAN.containsKey(word.charAt(0))
                && word.length() == 1
                && sentence.token(at).tag().isEmpty()) {
            return han(at);
        }
        int hyphen = word.indexOf('-');
        if (hyphen > 0 && ONES.containsKey(word.substring(0, hyphen)) && ONES.containsKey(word.substring(hyphen + 1))) {
            long value = ONES.get(word.substring(0, hyphen)) + ONES.get(word.substring(hyphen + 1));
            return new Core(new Words(at, at), value, false);
        }
        Core part = partOfScale(at);
        if (part != null) {
            return part;
        }
        long digits = digits(word);
        boolean article = (word.equals("a") || word.equals("an")) && SCALES.containsKey(word(at + 1));
        if (digits < 0 && !ONES.containsKey(word) && !article) {
            return null;
        }
        long total = 0;
        long current = digits >= 0 ? digits : article ? 1 : ONES.get(word);
        int last = at;
        for (int i = at + 1; i < lower.size(); i++) {
            String next = lower.get(i);
            boolean joined = next.equals("-") || (next.equals("and") && i > at && SCALES.containsKey(lower.get(i - 1)));
            if (joined
                    && i + 1 < lower.size()
                    && (ONES.containsKey(lower.get(i + 1)) || digits(lower.get(i + 1)) >= 0)
                    && digits < 0) {
                continue;
            }
            if (SCALES.containsKey(next)) {
                long scale = SCALES.get(next);
                current = Math.max(1, current) * scale;
                if (scale >= 1_000) {
                    total += current;
                    current = 0;
                }
            } else if (ONES.containsKey(next) && digits < 0 && !next.equals("both") && fits(current, ONES.get(next))) {
                current += ONES.get(next);
            } else {
                break;
            }
            last = i;
        }
        return new Core(new Words(at, last), total + current, false);
    }

    /** "half a million", "a quarter of a million", "1.2 million". */
    private Core partOfScale(int at) {
        Long divisor = PARTS.get(lower.get(at));
        if (divisor != null) {
            int scale = is(at + 1, "of") ? at + 3 : at + 2;
            boolean whole = is(scale - 1, "a") && SCALES.containsKey(word(scale));
            return whole ? new Core(new Words(at, scale), SCALES.get(word(scale)) / divisor, false) : null;
        }
        if (lower.get(at).matches("\\d{1,4}\\.\\d{1,2}") && SCALES.containsKey(word(at + 1))) {
            java.math.BigDecimal value = new java.math.BigDecimal(lower.get(at))
                    .multiply(java.math.BigDecimal.valueOf(SCALES.get(word(at + 1))));
            return new Core(new Words(at, at + 1), value.longValue(), false);
        }
        return null;
    }

    /** Chinese numerals up to 99. */
    private Core han(int at) {
        long value = 0;
        long current = 0;
        int last = at;
        for (int i = at; i < lower.size() && lower.get(i).length() == 1; i++) {
            Long digit = HAN.get(lower.get(i).charAt(0));
            if (digit == null) {
                break;
            }
            if (digit == 10) {
                value += Math.max(1, current) * 10;
                current = 0;
            } else {
                current = digit;
            }
            last = i;
        }
        return new Core(new Words(at, last), value + current, false);
    }

    /** Whether the mark before joins two words, as no dash with a space behind it does: "Dec 8 - Two offices". */
    private boolean isHyphen(Words core) {
        int mark = core.first() - 1;
        return sentence.token(mark).end() == sentence.token(core.first()).begin();
    }

    private static boolean fits(long current, long next) {
        return (current % 100 == 0 && current > 0) || (current % 10 == 0 && current % 100 >= 20 && next < 10);
    }

    private static long digits(String word) {
        if (word.matches("\\d{1,3}(?:[,.]\\d{3})+")) {
            return Long.parseLong(word.replaceAll("[,.]", ""));
        }
        return word.matches("\\d{1,9}") ? Long.parseLong(word) : -1;
    }

    private boolean isOther(Core core) {
        String before = word(core.words.first() - 1);
        String after = word(core.words.last() + 1);
        if (MONEY.contains(before) || MONEY.contains(after) || (before.equals("-") && isHyphen(core.words))) {
            return true;
        }
        if (after.equals("-")
                && !UNITS.contains(word(core.words.last() + 2))
                && !word(core.words.last() + 2).isEmpty()) {
            return !word(core.words.last() + 2).matches("odd|strong|plus");
        }
        if (UNITS.contains(after)) {
            return true;
        }
        boolean yearLike = core.value >= 1900
                && core.value <= 2099
                && lower.get(core.words.first()).matches("\\d{4}");
        return yearLike && !follows(core);
    }

    /** Whether a plural noun follows, so that even 2,000 counts something. */
    private boolean follows(Core core) {
        return core.words.last() + 1 < sentence.size()
                && sentence.token(core.words.last() + 1).tagged("NNS");
    }

    /** Whether the number is part of a capitalised or quoted name, such as a report's title. */
    private boolean isInName(Core core) {
        int before = core.words.first() - 1;
        int after = core.words.last() + 1;
        if (before >= 0 && isQuote(before)) {
            return after >= sentence.size() || isQuote(after) || isCapital(after);
        }
        boolean named = before >= 0
                && isCapital(before)
                && sentence.token(before).tagged("NNP")
                && after < sentence.size()
                && isQuote(after);
        return named;
    }

    private boolean isQuote(int at) {
        return sentence.token(at).word().matches("[\"“”‘’'«»]|``|''");
    }

    private boolean isCapital(int at) {
        return Character.isUpperCase(sentence.token(at).word().codePointAt(0));
    }

    private NumberMention mention(String text, Core core) {
        int first = core.words.first();
        int last = core.words.last();
        Bound bound = core.open ? Bound.LEAST : Bound.EXACT;
        boolean several = lower.get(first).equals("several");
        boolean article = core.value % 12 == 0 || PARTS.containsKey(lower.get(first));
        if (first >= 1 && is(first - 1, "a") && article) {
            first--;
        }
        boolean partOfAll = core.value == 1 && is(last + 1, "of");
        for (Bound candidate : partOfAll ? new Bound[0] : Bound.values()) {
            for (List<String> phrase : candidate.before) {
                int start = first - phrase.size();
                if (start >= 0 && lower.subList(start, first).equals(phrase)) {
                    bound = candidate == Bound.EXACT && core.open ? bound : candidate;
                    first = start;
                }
            }
        }
        if (is(last + 1, "or") && is(last + 2, "more")) {
            bound = Bound.LEAST;
            last += 2;
        } else if (is(last + 1, "+") || is(last + 1, "多") || is(last + 1, "余")) {
            bound = Bound.LEAST;
            last++;
        }
        Words words = new Words(first, last);
        String quote = text.substring(
                sentence.token(first).begin(), sentence.token(last).end());
        return new NumberMention(
                words, core.words, several ? SlotValue.Count.atLeast(3, quote) : bound.of(core.value, quote));
    }

    private boolean is(int at, String word) {
        return word(at).equals(word);
    }

    private String word(int at) {
        return at >= 0 && at < lower.size() ? lower.get(at) : "";
    }

    private record Core(Words words, long value, boolean open) {}

    /** Words before a number that open it on one side. */
    private enum Bound {
        MORE("more than", "over", "upwards of", "in excess of", "well over", "超过", "超過"),
        LEAST("at least", "no fewer than", "no less than", "not less than", "a minimum of", "至 少", "至少"),
        MOST("up to", "at most", "as many as", "no more than", "not more than", "a maximum of"),
        LESS("fewer than", "less than", "under"),
        EXACT(
                "about",
                "around",
                "some",
                "approximately",
                "roughly",
                "nearly",
                "almost",
                "close to",
                "a total of",
                "exactly",
                "just",
                "only");

        /** Each phrase in words; unmodifiable. */
        @SuppressWarnings("ImmutableEnumChecker") // Made once by Stream.toList and List.of, never written to.
        private final List<List<String>> before;

        Bound(String... before) {
            this.before = java.util.Arrays.stream(before)
                    .map(phrase -> phrase.codePointAt(0) > 0x2e80
                            ? List.of(phrase.replace(" ", "").split(""))
                            : List.of(phrase.split(" ")))
                    .toList();
        }

        SlotValue.Count of(long value, String text) {
            return switch (this) {
                case MORE -> SlotValue.Count.atLeast(value + 1, text);
                case LEAST -> SlotValue.Count.atLeast(value, text);
                case MOST -> new SlotValue.Count(OptionalLong.empty(), OptionalLong.of(value), text);
                case LESS -> new SlotValue.Count(OptionalLong.empty(), OptionalLong.of(Math.max(0, value - 1)), text);
                case EXACT -> SlotValue.Count.exactly(value, text);
            };
        }
    }
}
