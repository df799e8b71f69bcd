package org.headwater.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * What fills a slot of a statement. Each value keeps the words it was read from, so that a reader can judge it. Slots
 * that nothing fills are left out of a statement; there is no empty value.
 */
public sealed interface SlotValue {

    /** The words of the document it was read from; empty where it was carried over from elsewhere in the document. */
    String text();

    /** Applies the function for this value's type. A new type of value breaks the compile of every caller. */
    <R> R fold(Cases<R> cases);

    /** One function for each type of value. */
    interface Cases<R> {
        R count(Count value);

        R period(Period value);

        R place(Place value);

        R party(Party value);

        R word(Word value);

        R several(Several value);
    }

    /**
     * A count as an interval with its words: "at least 54" is 54 and up, "more than 100" is 101 and up, "dozens" is 24
     * and up.
     *
     * @param min least count meant, inclusive; empty if open
     * @param max greatest count meant, inclusive; empty if open
     * @param text its words
     */
    record Count(OptionalLong min, OptionalLong max, String text) implements SlotValue {
        public Count {
            if (min.isEmpty() && max.isEmpty()) {
                throw new IllegalArgumentException("Invalid number '" + text + "': open at both ends");
            }
            if (min.isPresent() && max.isPresent() && min.getAsLong() > max.getAsLong()) {
                throw new IllegalArgumentException("Invalid number '" + text + "': least " + min.getAsLong()
                        + " is above greatest " + max.getAsLong());
            }
        }

        public static Count exactly(long count, String text) {
            return new Count(OptionalLong.of(count), OptionalLong.of(count), text);
        }

        public static Count atLeast(long count, String text) {
            return new Count(OptionalLong.of(count), OptionalLong.empty(), text);
        }

        public static Count atMost(long count, String text) {
            return new Count(OptionalLong.empty(), OptionalLong.of(count), text);
        }

        /** Whether some count is meant by both. */
        public boolean meets(Count other) {
            return min.orElse(Long.MIN_VALUE) <= other.max.orElse(Long.MAX_VALUE)
                    && other.min.orElse(Long.MIN_VALUE) <= max.orElse(Long.MAX_VALUE);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.count(this);
        }
    }

    /**
     * A stretch of time, both ends included: "September" in an article of November 2022 is 2022-09 to 2022-09, "since
     * 2016" is 2016 and on.
     *
     * @param from when it starts; empty if open
     * @param to when it ends; empty if open
     * @param text its words
     */
    record Period(Optional<PartialDate> from, Optional<PartialDate> to, String text) implements SlotValue {
        public Period {
            if (from.isEmpty() && to.isEmpty()) {
                throw new IllegalArgumentException("Invalid date '" + text + "': open at both ends");
            }
            if (from.isPresent()
                    && to.isPresent()
                    && from.get().firstDay().isAfter(to.get().lastDay())) {
                throw new IllegalArgumentException(
                        "Invalid date '" + text + "': " + from.get() + " is after " + to.get());
            }
        }

        public static Period on(PartialDate date, String text) {
            return new Period(Optional.of(date), Optional.of(date), text);
        }

        public static Period since(PartialDate date, String text) {
            return new Period(Optional.of(date), Optional.empty(), text);
        }

        /** Whether some day is meant by both. */
        public boolean meets(Period other) {
            return !startsAfterEndOf(this, other) && !startsAfterEndOf(other, this);
        }

        private static boolean startsAfterEndOf(Period a, Period b) {
            return a.from.isPresent()
                    && b.to.isPresent()
                    && a.from.get().firstDay().isAfter(b.to.get().lastDay());
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.period(this);
        }
    }

    /**
     * A place.
     *
     * @param name its English name; {@code world} for everywhere
     * @param country ISO 3166-1 alpha-2 code of the country it is or lies in; empty for the world and for continents
     * @param id its id in the gazetteer, such as {@code geonames:2759794} or {@code iso:NL}; empty if not in it
     * @param text its words
     */
    record Place(String name, Optional<String> country, Optional<String> id, String text) implements SlotValue {
        /** The name of the place that is everywhere. */
        public static final String WORLD = "world";

        public static Place world(String text) {
            return new Place(WORLD, Optional.empty(), Optional.empty(), text);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.place(this);
        }
    }

    /**
     * A party: an organisation, agency, government, or a person in a public role.
     *
     * @param name its name: as written by the reader of statements, the entity's name once names are resolved
     * @param entity the entity, once names are resolved
     * @param text its words
     */
    record Party(String name, Optional<EntityId> entity, String text) implements SlotValue {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.party(this);
        }
    }

    /**
     * A word of the codebook, such as an action, or free words, such as a report's title.
     *
     * @param name the codebook's word or the words themselves
     * @param text its words
     */
    record Word(String name, String text) implements SlotValue {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.word(this);
        }
    }

    /**
     * Several values of one slot, such as the parties of an agreement.
     *
     * @param values two or more, none itself several
     */
    record Several(List<SlotValue> values) implements SlotValue {
        public Several {
            values = List.copyOf(values);
            if (values.size() < 2 || values.stream().anyMatch(Several.class::isInstance)) {
                throw new IllegalArgumentException("Invalid values " + values + ": " + values.size()
                        + " (must be two or more, none of them several)");
            }
        }

        /** The words of each, joined by a comma. */
        @Override
        public String text() {
            return values.stream().map(SlotValue::text).collect(Collectors.joining(", "));
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.several(this);
        }
    }
}
