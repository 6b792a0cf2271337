package fr.maillage.local;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where the database is ({@code maillage.db.*}, so {@code MAILLAGE_DB_URL} and the like).
 *
 * @param url        JDBC address of an outside MariaDB; blank means the embedded one
 * @param user       its account
 * @param password   its password
 * @param bufferPool memory the embedded MariaDB keeps pages in
 */
@ConfigurationProperties("maillage.db")
record DatabaseSettings(@Nullable String url, @Nullable String user, @Nullable String password,
                        @DefaultValue("256MB") DataSize bufferPool) {

    boolean outside() {
        return url != null && !url.isBlank();
    }
}
