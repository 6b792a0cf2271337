package fr.maillage.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.IntegrationTest;
import fr.maillage.base.Today;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Nodes of one installation tell each other that rights changed. */
@IntegrationTest
class OtherNodesTest {

    @Autowired OtherNodes here;
    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    @Autowired Today today;

    private final AtomicInteger heard = new AtomicInteger();

    /** Another node, whose application hears nothing but this. */
    private OtherNodes another() {
        OtherNodes node = new OtherNodes(jdbc, today, event -> heard.incrementAndGet());
        node.look();
        return node;
    }

    @Test
    void aChangeOfRightsIsHeardByTheOthersOnceItIsCommitted() {
        OtherNodes other = another();
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new AccessChanged());
            events.publishEvent(new AccessChanged());
            other.look();
            assertThat(heard).as("not committed yet").hasValue(0);
        });
        other.look();
        assertThat(heard).as("once for a transaction").hasValue(1);
        other.look();
        assertThat(heard).hasValue(1);
    }

    @Test
    void aTransactionThatFailsTellsNothing() {
        OtherNodes other = another();
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new AccessChanged());
            status.setRollbackOnly();
        });
        other.look();
        assertThat(heard).hasValue(0);
    }

    @Test
    void oneThatCommitsAfterALaterOneIsHeardToo() {
        UUID elsewhere = UUID.randomUUID();
        long earlier = insert(elsewhere, null);
        insert(elsewhere, null);
        jdbc.sql("delete from access_change where id = :id").param("id", earlier).update();
        OtherNodes other = another();
        insert(elsewhere, earlier);
        other.look();
        assertThat(heard).hasValue(1);
    }

    private long insert(UUID node, @Nullable Long id) {
        jdbc.sql("insert into access_change (id, node, at) values (:id, :node, now(3))").param("id", id)
                .param("node", node).update();
        return jdbc.sql("select max(id) from access_change").query(Long.class).single();
    }
}
