package org.headwater.web.page;

import java.util.Locale;

/** Names of countries in the reader's language. */
public final class Countries {
    private Countries() {}

    /** The name of the country of an ISO 3166-1 alpha-2 code; the code itself where no name is known. */
    public static String name(String code, Locale reader) {
        String name = new Locale.Builder()
                .setRegion(code.matches("[A-Z]{2}") ? code : "")
                .build()
                .getDisplayCountry(reader);
        return name.isEmpty() ? code : name;
    }
}
