package org.headwater.web.page;

import java.io.Serial;

/** What an address names is not in the case. */
public final class Missing extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private Missing(String what) {
        super(what, null, false, false);
    }

    /** Nothing in the case has this id. */
    public static Missing of(String id) {
        return new Missing(id);
    }
}
