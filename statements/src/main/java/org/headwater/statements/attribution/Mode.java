package org.headwater.statements.attribution;

import java.util.Locale;

/** Whether the content is the speaker's own words. */
public enum Mode {
    /** In quotation marks. */
    DIRECT,
    /** In the writer's words. */
    INDIRECT,
    /** Partly in quotation marks. */
    MIXED;

    /** The written form. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
