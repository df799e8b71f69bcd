package org.headwater.statements.attribution;

import java.util.Optional;
import org.headwater.model.EntityKind;
import org.headwater.model.Span;

/**
 * Who speaks in an attributed proposition.
 *
 * @param span the words that name the speaker here
 * @param text those words: "the ministry's spokeswoman", "she", "The report"
 * @param name the fullest name that the text gives that speaker; the words here without articles if it gives none. For a
 *     report the name of its publisher
 * @param role in what role a person speaks ("Foreign Ministry spokesman"), if the text says so
 * @param body whom a person speaks for ("Chinese Foreign Ministry"), if the role says so
 * @param kind a person or an organisation, if the text tells which
 * @param reason how the words were resolved to the name, for a person to judge
 */
public record Speaker(
        Span span,
        String text,
        String name,
        Optional<String> role,
        Optional<String> body,
        Optional<EntityKind> kind,
        String reason) {

    /** A speaker of whom the text does not tell what it is. */
    public Speaker(Span span, String text, String name, Optional<String> role, Optional<String> body, String reason) {
        this(span, text, name, role, body, Optional.empty(), reason);
    }

    /** The party that is answerable for what is said: the body that the person speaks for, else the speaker. */
    public String party() {
        return body.orElse(name);
    }
}
