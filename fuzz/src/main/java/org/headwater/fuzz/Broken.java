package org.headwater.fuzz;

/** A parser broke a promise. */
final class Broken extends AssertionError {
    private static final long serialVersionUID = 1L;

    private Broken(String message) {
        super(message);
    }

    static void unless(boolean holds, String promise) {
        if (!holds) {
            throw new Broken(promise);
        }
    }
}
