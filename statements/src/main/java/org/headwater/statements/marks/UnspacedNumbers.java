package org.headwater.statements.marks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headwater.model.SlotValue;
import org.headwater.statements.languages.LanguageWords;
import org.headwater.statements.parse.Sentence;

/**
 * Numbers in Chinese, Japanese and Korean: digits with and without scales ("23万"), numerals ("五十四"), open ones
 * ("数十"), with what bounds them on either side ("至少54个", "54多个", "100以上").
 */
final class UnspacedNumbers {
    private static final Map<Character, Integer> DIGITS = digits();
    private static final Map<Character, Long> SCALES = Map.ofEntries(
            Map.entry('十', 10L),
            Map.entry('百', 100L),
            Map.entry('千', 1_000L),
            Map.entry('万', 10_000L),
            Map.entry('亿', 100_000_000L),
            Map.entry('億', 100_000_000L),
            Map.entry('십', 10L),
            Map.entry('백', 100L),
            Map.entry('천', 1_000L),
            Map.entry('만', 10_000L),
            Map.entry('억', 100_000_000L));
    private static final String NUMERALS = "[零〇一二两三四五六七八九十百千万亿億]";
    private static final Pattern NUMBER = Pattern.compile(
            "(?<open>[数几上成]|近)?(?:(?<digits>\\d[\\d,.]*)(?<scale>[十百千万亿億십백천만억]*)|(?<han>" + NUMERALS + "+))");

    private final LanguageWords words;
    private final SignText signs;
    private final String text;
    private final Sentence sentence;
    private final String document;

    UnspacedNumbers(String document, Sentence sentence, LanguageWords words) {
        this.words = words;
        this.sentence = sentence;
        this.document = document;
        this.signs = SignText.of(document, sentence);
        this.text = signs.text();
    }

    private static Map<Character, Integer> digits() {
        Map<Character, Integer> digits = new java.util.HashMap<>();
        String numerals = "零一二三四五六七八九";
        for (int i = 0; i < numerals.length(); i++) {
            digits.put(numerals.charAt(i), i);
        }
        digits.put('〇', 0);
        digits.put('两', 2);
        return Map.copyOf(digits);
    }

    List<NumberMention> find(List<DateMention> dates) {
        List<NumberMention> found = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            number(matcher)
                    .filter(number ->
                            dates.stream().noneMatch(date -> date.words().overlaps(number.core())))
                    .ifPresent(found::add);
        }
        return found;
    }

    private Optional<NumberMention> number(Matcher matcher) {
        boolean han = matcher.group("han") != null;
        int begin = han ? matcher.start("han") : matcher.start("digits");
        int end = matcher.end();
        while (end > begin && ",.".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        // "两国" are two that were named.
        boolean both = text.startsWith("两国", begin) || text.startsWith("两岸", begin);
        if (both || followed("units", end) || preceded("ordinal", begin) || (han && !isCounted(begin, end))) {
            return Optional.empty();
        }
        OptionalLong value = han
                ? OptionalLong.of(han(text.substring(begin, end)))
                : digits(matcher.group("digits"), matcher.group("scale"));
        Optional<Words> core = signs.words(begin, end);
        if (value.isEmpty() || core.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(bounded(matcher, begin, end, value.getAsLong(), core.get()));
    }

    private NumberMention bounded(Matcher matcher, int begin, int end, long number, Words core) {
        String opening = matcher.group("open") == null ? "" : matcher.group("open");
        boolean open = !opening.isEmpty() && !opening.equals("近");
        long value = open && "数几".contains(opening) ? 2 * number : number;
        String bound = open ? "at-least" : "";
        int last = end + wordsBehind(end);
        bound = last > end ? "at-least" : bound;
        int first = open ? matcher.start() : begin;
        for (String each : List.of("at-most", "at-least", "more-than", "less-than", "about")) {
            int before = leader(each, first);
            if (before > 0) {
                first -= before;
                bound = each.equals("about") ? bound : each;
                break;
            }
        }
        Words all = signs.words(first, last).orElse(core);
        String quote = document.substring(
                sentence.token(all.first()).begin(), sentence.token(all.last()).end());
        return new NumberMention(all, core, count(bound, value, quote));
    }

    /** How many units behind the number, or behind the word for counting that follows it, say "or more". */
    private int wordsBehind(int end) {
        int behind = follower("or-more", end);
        int counter = behind == 0 ? follower("counters", end) : 0;
        int later = counter > 0 ? follower("or-more", end + counter) : 0;
        return later > 0 ? counter + later : behind;
    }

    private static SlotValue.Count count(String bound, long value, String quote) {
        return switch (bound) {
            case "at-most" -> new SlotValue.Count(OptionalLong.empty(), OptionalLong.of(value), quote);
            case "less-than" ->
                new SlotValue.Count(OptionalLong.empty(), OptionalLong.of(Math.max(0, value - 1)), quote);
            case "more-than" -> SlotValue.Count.atLeast(value + 1, quote);
            case "at-least" -> SlotValue.Count.atLeast(value, quote);
            default -> SlotValue.Count.exactly(value, quote);
        };
    }

    /** A short numeral is a number only where a word for counting follows: 一 is in many words, and so is 千万. */
    private boolean isCounted(int begin, int end) {
        return end - begin > 2 || follower("counters", end) > 0;
    }

    private boolean followed(String section, int at) {
        return follower(section, at) > 0 && !(section.equals("units") && follower("counters", at) > 1);
    }

    private int follower(String section, int at) {
        return words.longestFirst(section).stream()
                .filter(phrase -> text.startsWith(phrase, at))
                .mapToInt(String::length)
                .findFirst()
                .orElse(0);
    }

    private boolean preceded(String section, int at) {
        return leader(section, at) > 0;
    }

    /** How many units right before a place the longest phrase of a section takes, a blank behind it included. */
    private int leader(String section, int at) {
        String before = text.substring(0, at);
        String bare = before.stripTrailing();
        int blank = before.length() - bare.length();
        return words.longestFirst(section).stream()
                .filter(bare::endsWith)
                .mapToInt(phrase -> phrase.length() + blank)
                .findFirst()
                .orElse(0);
    }

    private static OptionalLong digits(String digits, String scale) {
        String plain = digits.replaceAll("[,.]+$", "");
        boolean grouped = plain.matches("\\d{1,3}(?:,\\d{3})+");
        boolean decimal = plain.matches("\\d{1,6}\\.\\d{1,2}") && !scale.isEmpty();
        if (!grouped && !decimal && !plain.matches("\\d{1,12}")) {
            return OptionalLong.empty();
        }
        double value = Double.parseDouble(plain.replace(",", ""));
        for (int i = 0; i < scale.length(); i++) {
            value *= SCALES.get(scale.charAt(i));
        }
        return OptionalLong.of(Math.round(value));
    }

    /** A number in Chinese numerals: 一百零二, 二十三万. */
    private static long han(String numerals) {
        long total = 0;
        long section = 0;
        long digit = 0;
        boolean scaled = false;
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < numerals.length(); i++) {
            char c = numerals.charAt(i);
            Long scale = SCALES.get(c);
            if (scale == null) {
                digit = DIGITS.get(c);
                row.append(digit);
            } else if (scale >= 10_000) {
                total += Math.max(1, section + digit) * scale;
                section = 0;
                digit = 0;
                scaled = true;
            } else {
                section += Math.max(1, digit) * scale;
                digit = 0;
                scaled = true;
            }
        }
        // 二三〇: a row of figures.
        return scaled || row.length() < 2 ? total + section + digit : Long.parseLong(row.toString());
    }
}
