package org.headwater.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date of the proleptic Gregorian calendar known to the year, the month or the day, in the written form of ISO 8601:
 * {@code 2022}, {@code 2022-09}, {@code 2022-09-24}. Ordered by first day, the coarser first.
 *
 * @param year the year
 * @param month 1 to 12, or 0 if only the year is known
 * @param day 1 to 31, or 0 if only the month is known
 */
public record PartialDate(int year, int month, int day) implements Comparable<PartialDate> {
    private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

    public PartialDate {
        if (year < 1 || year > 9999 || month < 0 || month > 12 || day < 0 || (month == 0 && day != 0)) {
            throw new IllegalArgumentException("Invalid date: " + year + "-" + month + "-" + day);
        }
        if (day > 0 && day > YearMonth.of(year, month).lengthOfMonth()) {
            throw new IllegalArgumentException(
                    "Invalid date: " + year + "-" + month + "-" + day + " (the month has fewer days)");
        }
    }

    public static PartialDate of(LocalDate date) {
        return new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    public static PartialDate ofMonth(int year, int month) {
        return new PartialDate(year, month, 0);
    }

    public static PartialDate ofYear(int year) {
        return new PartialDate(year, 0, 0);
    }

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException if the text is not of that form or names no day of the calendar
     */
    public static PartialDate parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Invalid date: '" + text + "' (must be YYYY, YYYY-MM or YYYY-MM-DD)");
        }
        int month = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        int day = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        if ((matcher.group(2) != null && month == 0) || (matcher.group(3) != null && day == 0)) {
            throw new IllegalArgumentException("Invalid date: '" + text + "' (months and days start at 1)");
        }
        try {
            return new PartialDate(Integer.parseInt(matcher.group(1)), month, day);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Invalid date: '" + text + "'", e);
        }
    }

    /** The earliest day it can mean. */
    public LocalDate firstDay() {
        return LocalDate.of(year, Math.max(1, month), Math.max(1, day));
    }

    /** The latest day it can mean. */
    public LocalDate lastDay() {
        if (day > 0) {
            return firstDay();
        }
        return month > 0 ? YearMonth.of(year, month).atEndOfMonth() : LocalDate.of(year, 12, 31);
    }

    /** Whether some day is meant by both. */
    public boolean meets(PartialDate other) {
        return !lastDay().isBefore(other.firstDay()) && !other.lastDay().isBefore(firstDay());
    }

    @Override
    public int compareTo(PartialDate other) {
        if (year != other.year) {
            return Integer.compare(year, other.year);
        }
        return month != other.month ? Integer.compare(month, other.month) : Integer.compare(day, other.day);
    }

    @Override
    public String toString() {
        StringBuilder words = new StringBuilder(10);
        String digits = Integer.toString(year);
        words.append("0".repeat(Math.max(0, 4 - digits.length()))).append(digits);
        if (month > 0) {
            two(words.append('-'), month);
        }
        if (day > 0) {
            two(words.append('-'), day);
        }
        return words.toString();
    }

    private static void two(StringBuilder words, int number) {
        words.append(number < 10 ? "0" : "").append(number);
    }
}
