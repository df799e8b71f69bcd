package wrong.lineage;

import java.sql.Connection;
import java.sql.SQLException;

/** Wrong on purpose: lineage knows databases. */
final class AsksADatabase {
    private AsksADatabase() {}

    static void ask(Connection connection) throws SQLException {
        connection.commit();
    }
}
