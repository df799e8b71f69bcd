package org.headwater.exchange.bag;

import org.headwater.model.Finding;

/** How the one who asks for a bundle puts findings into words, so that its page says the same as their screen. */
public interface Wording {
    /** What a finding speaks about. */
    String subject(Finding finding);

    /** What one of its values says. */
    String says(Finding finding, Finding.Value value);
}
