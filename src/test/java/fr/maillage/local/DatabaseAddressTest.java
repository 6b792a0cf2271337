package fr.maillage.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DatabaseAddressTest {

    @Test
    void a_bare_address_gets_the_collation_and_the_session_variables() {
        assertThat(DatabaseAddress.complete("jdbc:mariadb://db/maillage")).isEqualTo("jdbc:mariadb://db/maillage"
                + "?connectionCollation=utf8mb4_uca1400_ai_ci&sessionVariables=in_predicate_conversion_threshold=0,innodb_snapshot_isolation=ON");
    }

    @Test
    void what_the_address_already_says_is_kept() {
        assertThat(DatabaseAddress.complete("jdbc:mariadb:sequential://a,b/m?sslMode=verify-full&sessionVariables=innodb_snapshot_isolation=OFF"))
                .isEqualTo("jdbc:mariadb:sequential://a,b/m?sslMode=verify-full&connectionCollation=utf8mb4_uca1400_ai_ci"
                        + "&sessionVariables=innodb_snapshot_isolation=OFF,in_predicate_conversion_threshold=0");
    }
}
