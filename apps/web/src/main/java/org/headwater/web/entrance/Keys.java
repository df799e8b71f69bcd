package org.headwater.web.entrance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One-time keys. Whoever shows one gets in, once; a key that was used or is older than a day opens nothing. Safe for use by
 * several threads.
 */
public final class Keys {
    private static final Duration LIFE = Duration.ofDays(1);
    private static final int KEY_BYTES = 24;
    private static final int MOST_UNUSED = 100;

    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();
    private final Map<String, Instant> unused = new LinkedHashMap<>();

    private Keys(Clock clock) {
        this.clock = clock;
    }

    /** No keys yet. */
    public static Keys of(Clock clock) {
        return new Keys(clock);
    }

    /** A new key. Of more than a hundred unused ones the oldest no longer opens anything. */
    public synchronized String cut() {
        byte[] bytes = new byte[KEY_BYTES];
        chance.nextBytes(bytes);
        String key = HexFormat.of().formatHex(bytes);
        unused.put(key, clock.instant());
        if (unused.size() > MOST_UNUSED) {
            unused.remove(unused.keySet().iterator().next());
        }
        return key;
    }

    /** Whether this key opens; afterwards it does so no more. */
    synchronized boolean use(String shown) {
        byte[] given = shown.getBytes(StandardCharsets.UTF_8);
        boolean opens = false;
        Iterator<Map.Entry<String, Instant>> each = unused.entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<String, Instant> key = each.next();
            // Compared in the same time whatever is shown, so that nothing can be learnt from how long it takes.
            if (MessageDigest.isEqual(key.getKey().getBytes(StandardCharsets.UTF_8), given)) {
                opens = key.getValue().plus(LIFE).isAfter(clock.instant());
                each.remove();
            }
        }
        return opens;
    }
}
