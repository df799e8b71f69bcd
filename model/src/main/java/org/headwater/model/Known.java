package org.headwater.model;

import java.util.Optional;
import java.util.function.Function;

/**
 * A fact about a document together with how it was known, such as the date 2022-12-05 from {@code "meta
 * article:published_time"}. The unknown is a value too, and may say where was looked.
 *
 * @param value the fact, empty where it is not known
 * @param how where it comes from, in a few words for the reader
 */
public record Known<T>(Optional<T> value, String how) {
    /** A fact and where it comes from. */
    public static <T> Known<T> of(T value, String how) {
        return new Known<>(Optional.of(value), how);
    }

    /** Nothing known. */
    public static <T> Known<T> unknown() {
        return new Known<>(Optional.empty(), "not stated");
    }

    public boolean isKnown() {
        return value.isPresent();
    }

    /** The fact, or what stands in for it. */
    public T orElse(T other) {
        return value.orElse(other);
    }

    /** The same knowledge about what the function makes of the fact. */
    public <U> Known<U> map(Function<T, U> function) {
        return new Known<>(value.map(function), how);
    }
}
