package org.headwater.lineage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headwater.model.Span;

/** Reads the anchors that need no gazetteer: numbers in digits and in Chinese, small number words, months, Latin names. */
final class AnchorReader {
    private static final Pattern DIGITS =
            Pattern.compile("(?<![\\p{L}\\d.,])\\d{1,3}(?:[.,\u00a0\u202f ]\\d{3})+(?!\\d)|\\d+(?:[.,]\\d+)?");
    private static final Pattern CHINESE_NUMBER = Pattern.compile("[〇零一二三四五六七八九十百千万萬亿億两兩]{1,12}");
    private static final Pattern CHINESE_MONTH = Pattern.compile("(1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月");
    private static final Pattern LATIN_NAME = Pattern.compile("\\p{Lu}[\\p{L}\u2019'-]{2,}");
    private static final Pattern LOWER_WORD =
            Pattern.compile("(?<!\\p{L})\\p{Ll}{3,11}(?!\\p{L})|(?<!\\p{L})\\p{Lu}\\p{Ll}{2,10}(?!\\p{L})");
    private static final String CHINESE_DIGITS = "零一二三四五六七八九";
    private static final Map<String, String> WORDS = words();

    private AnchorReader() {}

    static List<Anchor> read(String text) {
        List<Anchor> anchors = new ArrayList<>();
        Matcher digits = DIGITS.matcher(text);
        while (digits.find()) {
            anchors.add(new Anchor(
                    new Span(digits.start(), digits.end()), "number:" + number(digits.group(), text, digits.end())));
        }
        Matcher chinese = CHINESE_NUMBER.matcher(text);
        while (chinese.find()) {
            if (!chinese.group().chars().allMatch(c -> "万萬亿億".indexOf(c) >= 0)) {
                chinese(chinese.group())
                        .ifPresent(value ->
                                anchors.add(new Anchor(new Span(chinese.start(), chinese.end()), "number:" + value)));
            }
        }
        collect(CHINESE_MONTH, text, anchors, group -> "month:" + chinese(group).orElse(0));
        collect(LOWER_WORD, text, anchors, group -> WORDS.getOrDefault(group.toLowerCase(Locale.ROOT), ""));
        collect(
                LATIN_NAME,
                text,
                anchors,
                group -> "name:" + Credits.fold(group).strip());
        return anchors;
    }

    private static void collect(
            Pattern pattern, String text, List<Anchor> anchors, java.util.function.UnaryOperator<String> key) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            String found = key.apply(matcher.groupCount() > 0 ? matcher.group(1) : matcher.group());
            if (!found.isEmpty()) {
                anchors.add(new Anchor(new Span(matcher.start(), matcher.end()), found));
            }
        }
    }

    /** The value as digits: without separators of thousands, times the Chinese unit that follows. */
    private static String number(String digits, String text, int end) {
        boolean thousands = digits.matches("\\d{1,3}(?:[.,\u00a0\u202f ]\\d{3})+");
        String plain = thousands ? digits.replaceAll("\\D", "") : digits.replace(',', '.');
        char unit = end < text.length() ? text.charAt(end) : ' ';
        long times = "万萬".indexOf(unit) >= 0 ? 10_000 : "亿億".indexOf(unit) >= 0 ? 100_000_000 : 1;
        if (plain.length() > 12) {
            return plain;
        }
        double value = Double.parseDouble(plain) * times;
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static OptionalLong chinese(String numeral) {
        if (numeral.chars().allMatch(c -> c < 128)) {
            return OptionalLong.of(Long.parseLong(numeral));
        }
        long total = 0;
        long section = 0;
        long digit = 0;
        boolean seen = false;
        for (int i = 0; i < numeral.length(); i++) {
            char c = numeral.charAt(i);
            int value = c == '〇' ? 0 : "两兩".indexOf(c) >= 0 ? 2 : CHINESE_DIGITS.indexOf(c);
            if (value >= 0) {
                digit = seen && digit > 0 ? digit * 10 + value : value;
                seen = true;
            } else if ("万萬亿億".indexOf(c) >= 0) {
                total = (total + section + digit) * ("万萬".indexOf(c) >= 0 ? 10_000 : 100_000_000);
                section = 0;
                digit = 0;
            } else {
                section += Math.max(1, digit) * (c == '十' ? 10 : c == '百' ? 100 : 1000);
                digit = 0;
            }
        }
        long value = total + section + digit;
        return value > 2 ? OptionalLong.of(value) : OptionalLong.empty(); // one and two are articles as often as counts
    }

    private static Map<String, String> words() {
        Map<String, String> words = new HashMap<>();
        String[] months = {
            "january enero januar janvier gennaio januari janeiro",
            "february febrero februar février febbraio februari fevereiro",
            "march marzo märz mars maart março",
            "april abril avril aprile",
            "mayo mai maggio mei maio",
            "june junio juni juin giugno junho",
            "july julio juli juillet luglio julho",
            "august agosto août augustus",
            "september septiembre septembre settembre setembro",
            "october octubre oktober octobre ottobre outubro",
            "november noviembre novembre novembro",
            "december diciembre dezember décembre dicembre dezembro"
        };
        for (int month = 0; month < months.length; month++) {
            put(words, months[month], "month:" + (month + 1));
        }
        String[] numbers = {
            "three tres drei trois", "four cuatro vier quatre", "five cinco fünf cinq", "six seis sechs",
            "seven siete sieben sept", "eight ocho acht huit", "nine nueve neun neuf", "ten diez zehn dix",
            "eleven once elf onze", "twelve doce zwölf douze"
        };
        for (int number = 0; number < numbers.length; number++) {
            put(words, numbers[number], "number:" + (number + 3));
        }
        put(words, "fifteen quince fünfzehn quinze", "number:15");
        put(words, "twenty veinte zwanzig vingt", "number:20");
        put(words, "thirty treinta dreißig trente", "number:30");
        put(words, "forty cuarenta vierzig quarante", "number:40");
        put(words, "fifty cincuenta fünfzig cinquante", "number:50");
        return Map.copyOf(words);
    }

    private static void put(Map<String, String> words, String forms, String key) {
        Pattern.compile(" ").splitAsStream(forms).forEach(form -> words.put(form, key));
    }
}
