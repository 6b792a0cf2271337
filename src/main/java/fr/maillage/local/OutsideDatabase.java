package fr.maillage.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** A MariaDB that somebody else runs, tried once at start so that a mistake is named at once. */
record OutsideDatabase(String url, String user, String password) implements JdbcConnectionDetails {

    private static final int ACCESS_DENIED = 1045;
    private static final int ACCESS_DENIED_TO_SCHEMA = 1044;
    private static final int UNKNOWN_SCHEMA = 1049;

    /** @throws StartFailure when it does not answer, refuses us, or speaks another collation and is not empty */
    static OutsideDatabase connect(String url, String user, String password) {
        var database = new OutsideDatabase(url, user, password);
        database.probe();
        return database;
    }

    private void probe() {
        if (!url.startsWith("jdbc:mariadb:")) {
            throw new StartFailure("MAILLAGE_DB_URL does not name a MariaDB database.",
                    "Write it as jdbc:mariadb://host:3306/maillage.");
        }
        try (var connection = DriverManager.getConnection(getJdbcUrl(), user, password)) {
            adoptCollation(connection);
        } catch (SQLException refused) {
            throw switch (refused.getErrorCode()) {
                case ACCESS_DENIED, ACCESS_DENIED_TO_SCHEMA -> new StartFailure(
                        "The outside database at " + url + " refuses the account « " + user + " ».",
                        "Check MAILLAGE_DB_USER and MAILLAGE_DB_PASSWORD, and the account's rights.", refused);
                case UNKNOWN_SCHEMA -> new StartFailure("The outside database at " + url + " has no such schema.",
                        "Create it (create database maillage character set utf8mb4 collate " + DatabaseAddress.COLLATION
                                + ") or mend MAILLAGE_DB_URL.", refused);
                default -> new StartFailure("The outside database at " + url + " does not answer ("
                        + firstLine(refused) + ").",
                        "Start it or mend MAILLAGE_DB_URL; without MAILLAGE_DB_URL the embedded database is used.", refused);
            };
        }
    }

    /** An empty schema is given the project's collation; one with tables in another is refused, for sorting and uniqueness depend on it. */
    private void adoptCollation(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
             var found = statement.executeQuery("select database(), @@collation_database, "
                     + "(select count(*) from information_schema.tables where table_schema = database())")) {
            found.next();
            var schema = found.getString(1);
            var collation = found.getString(2);
            if (schema == null) {
                throw new StartFailure("MAILLAGE_DB_URL names no schema.", "Write it as jdbc:mariadb://host:3306/maillage.");
            }
            if (DatabaseAddress.COLLATION.equals(collation)) {
                return;
            }
            if (found.getInt(3) > 0) {
                throw new StartFailure("The schema « " + schema + " » has the collation " + collation + " and already holds tables.",
                        "Point MAILLAGE_DB_URL at an empty schema, or one made with the collation " + DatabaseAddress.COLLATION + ".");
            }
            statement.execute("alter database `" + schema.replace("`", "``") + "` character set utf8mb4 collate " + DatabaseAddress.COLLATION);
        }
    }

    private static String firstLine(SQLException refused) {
        return String.valueOf(refused.getMessage()).lines().findFirst().orElse("no reason given");
    }

    @Override
    public String getJdbcUrl() {
        return DatabaseAddress.complete(url);
    }

    @Override
    public String getUsername() {
        return user;
    }

    @Override
    public String getPassword() {
        return password;
    }

    /** Without the password, for logs. */
    @Override
    public String toString() {
        return "OutsideDatabase[" + url + ", " + user + "]";
    }
}
