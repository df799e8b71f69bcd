package org.headwater.web.page;

import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;

/** Names of languages in the reader's language. */
public final class Languages {
    private Languages() {}

    /** The name of the language of a BCP 47 tag, for the reader of this page; the tag where no name is known. */
    public static String name(String tag) {
        String name = Locale.forLanguageTag(tag).getDisplayName(LocaleContextHolder.getLocale());
        return name.isEmpty() ? tag : name;
    }
}
