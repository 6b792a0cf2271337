package fr.maillage.coediting;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The connection through which texts are stored, of no pool that others use: whoever changes a text within a transaction
 * holds a connection and waits for the storing, which must never wait for theirs.
 */
@Component
class StoringLine implements DisposableBean {

    private final HikariDataSource own;

    StoringLine(DataSource source) throws SQLException {
        HikariConfig config = new HikariConfig();
        source.unwrap(HikariDataSource.class).copyStateTo(config);
        config.setPoolName("live texts");
        config.setMaximumPoolSize(1);
        config.setMinimumIdle(0);
        own = new HikariDataSource(config);
    }

    Connection open() throws SQLException {
        return own.getConnection();
    }

    @Override
    public void destroy() {
        own.close();
    }
}
