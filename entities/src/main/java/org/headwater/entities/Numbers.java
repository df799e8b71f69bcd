package org.headwater.entities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Numbers within names: in digits, Roman, or in words. */
final class Numbers {
    private static final Map<String, Integer> WORDS = words();
    private static final Pattern ROMAN = Pattern.compile("(?=[ivxl]{2})(?:x{0,3}|xl|l)(?:ix|iv|v?i{0,3})|[ivx]");

    private Numbers() {}

    /** The same words with every number in digits: "forty four" and "xliv" become 44. */
    static List<String> inDigits(List<String> words) {
        List<String> out = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            Integer value = value(word, i);
            if (value == null) {
                out.add(word);
            } else {
                int last = out.size() - 1;
                boolean tens = i > 0 && last >= 0 && value > 0 && value < 10 && isTens(out.get(last), words.get(i - 1));
                if (tens) {
                    out.set(last, Integer.toString(Integer.parseInt(out.get(last)) + value));
                } else {
                    out.add(Integer.toString(value));
                }
            }
        }
        return out;
    }

    static boolean isNumber(String word) {
        return !word.isEmpty() && Character.isDigit(word.charAt(0));
    }

    private static boolean isTens(String digits, String word) {
        return WORDS.containsKey(word) && digits.length() == 2 && digits.endsWith("0") && !digits.equals("10");
    }

    private static Integer value(String word, int at) {
        Integer named = WORDS.get(word);
        if (named != null) {
            return named;
        }
        if (word.matches("\\d{1,8}")) {
            return Integer.parseInt(word);
        }
        return at > 0 && ROMAN.matcher(word).matches() ? roman(word) : null;
    }

    private static int roman(String word) {
        int sum = 0;
        int before = 0;
        for (int i = word.length() - 1; i >= 0; i--) {
            int value = switch (word.charAt(i)) {
                case 'i' -> 1;
                case 'v' -> 5;
                case 'x' -> 10;
                default -> 50;
            };
            sum += value < before ? -value : value;
            before = Math.max(before, value);
        }
        return sum;
    }

    private static Map<String, Integer> words() {
        Map<String, Integer> words = new HashMap<>();
        for (String row : Tables.rows("numbers.txt")) {
            String[] columns = row.split(" ", -1);
            for (int i = 1; i < columns.length; i++) {
                words.put(columns[i], Integer.parseInt(columns[0]));
            }
        }
        return words;
    }
}
