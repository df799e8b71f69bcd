package org.headwater.web.page;

import java.util.function.Function;
import org.headwater.model.DocumentId;
import org.headwater.model.EntityId;
import org.headwater.model.FindingId;
import org.headwater.model.StatementId;

/** Ids as they stand in the address of a page. What has the form of none names nothing in the case. */
public final class AddressedId {
    private AddressedId() {}

    /** A document's; {@link Missing} if it has not that form. */
    public static DocumentId document(String id) {
        return of(id, DocumentId::new);
    }

    /** A statement's; {@link Missing} if it has not that form. */
    public static StatementId statement(String id) {
        return of(id, StatementId::new);
    }

    /** A finding's; {@link Missing} if it has not that form. */
    public static FindingId finding(String id) {
        return of(id, FindingId::new);
    }

    /** An entity's; {@link Missing} if it has not that form. */
    public static EntityId entity(String id) {
        return of(id, EntityId::new);
    }

    private static <I> I of(String id, Function<String, I> checked) {
        try {
            return checked.apply(id);
        } catch (IllegalArgumentException e) {
            throw Missing.of(id);
        }
    }
}
