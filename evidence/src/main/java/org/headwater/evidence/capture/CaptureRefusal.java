package org.headwater.evidence.capture;

/** A rule forbids to go on with a capture; the message says which. */
final class CaptureRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    CaptureRefusal(String message) {
        super(message);
    }
}
