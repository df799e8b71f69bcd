package org.headwater.casefile;

import java.util.Optional;
import org.headwater.casefile.schema.Tables;
import org.headwater.model.Entity;
import org.headwater.model.EntityId;

/** Entities in the store, with the names of withheld persons in them: for the case itself only. */
final class EntityRows {
    private EntityRows() {}

    static Optional<Entity> load(Store store, EntityId id) {
        return store.query(sql -> sql.select(Tables.ENTITY.BODY)
                        .from(Tables.ENTITY)
                        .where(Tables.ENTITY.ID.eq(id.value()))
                        .fetchOptional(Tables.ENTITY.BODY))
                .map(body -> InternalJson.read(body, Entity.class));
    }
}
