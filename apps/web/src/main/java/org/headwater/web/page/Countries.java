package org.headwater.web.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.headwater.model.SlotValue;

/** Names of countries in the reader's language. */
public final class Countries {
    private static final Map<String, String> CODES = Arrays.stream(Locale.getISOCountries())
            .collect(Collectors.toUnmodifiableMap(code -> name(code, Locale.ENGLISH), code -> code));

    private Countries() {}

    /** A country by its English name; empty if there is none of that name. */
    public static Optional<SlotValue.Place> named(String name) {
        return Optional.ofNullable(CODES.get(name))
                .map(code -> new SlotValue.Place(name, Optional.of(code), Optional.of("iso:" + code), name));
    }

    /** The name of the country of an ISO 3166-1 alpha-2 code; the code itself where no name is known. */
    public static String name(String code, Locale reader) {
        String name = new Locale.Builder()
                .setRegion(code.matches("[A-Z]{2}") ? code : "")
                .build()
                .getDisplayCountry(reader);
        return name.isEmpty() ? code : name;
    }
}
