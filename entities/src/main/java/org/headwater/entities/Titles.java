package org.headwater.entities;

import java.util.Locale;
import java.util.Set;

/** Words that stand before a person's name and say what the person is: "Foreign Minister", "Dr". Safe to share. */
public final class Titles {
    private static final Set<String> ROLES = Tables.words("speakers.txt");
    private static final Set<String> FORMS = Tables.words("titles.txt");

    private Titles() {}

    /** Whether the last of these words is a title or role, so that what follows them is a name of its own. */
    public static boolean end(String words) {
        String last = words.substring(words.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        return ROLES.contains(last) || FORMS.contains(last);
    }
}
