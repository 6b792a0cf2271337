package fr.maillage.local;

import java.util.ArrayList;
import java.util.List;

/** JDBC addresses with what this application needs of every connection, whichever server answers. */
final class DatabaseAddress {

    /** The one collation of the project: é = e, œ = oe, case ignored. */
    static final String COLLATION = "utf8mb4_uca1400_ai_ci";

    /**
     * Session variables of every connection. The first keeps long {@code in (…)} lists an index lookup;
     * the second makes a write on a stale read fail (error 1020) where MariaDB before 11.6.2 lets it pass.
     */
    private static final List<String> SESSION = List.of("in_predicate_conversion_threshold=0", "innodb_snapshot_isolation=ON");

    private DatabaseAddress() {
    }

    static String embedded(int port, String schema) {
        return complete("jdbc:mariadb://127.0.0.1:" + port + "/" + schema);
    }

    /** The address with the collation and the session variables added where it does not name them already. */
    static String complete(String url) {
        var question = url.indexOf('?');
        var base = question < 0 ? url : url.substring(0, question);
        var parameters = new ArrayList<String>();
        var session = new ArrayList<String>();
        var collation = false;
        if (question >= 0) {
            for (var parameter : url.substring(question + 1).split("&")) {
                if (parameter.startsWith("sessionVariables=")) {
                    session.add(parameter.substring("sessionVariables=".length()));
                } else if (!parameter.isBlank()) {
                    collation |= parameter.startsWith("connectionCollation=");
                    parameters.add(parameter);
                }
            }
        }
        var given = String.join(",", session);
        for (var variable : SESSION) {
            if (!given.contains(variable.substring(0, variable.indexOf('=')))) {
                session.add(variable);
            }
        }
        if (!collation) {
            parameters.add("connectionCollation=" + COLLATION);
        }
        parameters.add("sessionVariables=" + String.join(",", session));
        return base + "?" + String.join("&", parameters);
    }
}
