package fr.maillage.shell.demo;

import fr.maillage.base.Ids;
import fr.maillage.base.PersonId;
import fr.maillage.base.Today;
import fr.maillage.member.ColorChoice;
import fr.maillage.member.PersonPrincipal;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Does things in the name of the people of the set, some days ago, each once. */
@Component
class DemoActs {

    private static final Logger LOG = LoggerFactory.getLogger(DemoActs.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Today today;
    private boolean refused;

    DemoActs(JdbcClient jdbc, TransactionTemplate transaction, Today today) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.today = today;
    }

    /** Whether everything of the set with this checksum was made at an earlier start. */
    boolean complete(String checksum) {
        return made(setOf(checksum)).isPresent();
    }

    /** Remembers that everything of this set was made, unless a line of it was refused: that one is tried again. */
    void completed(String checksum) {
        if (!refused) {
            jdbc.sql("insert into demonstration_item (name, id) values (:name, :id)").param("name", setOf(checksum))
                    .param("id", Ids.named(setOf(checksum))).update();
        }
    }

    private static String setOf(String checksum) {
        return "set:" + checksum;
    }

    /** What an earlier call with this name made. */
    Optional<UUID> made(String name) {
        return jdbc.sql("select id from demonstration_item where name = :name").param("name", name).query(UUID.class)
                .optional();
    }

    /**
     * Makes something and remembers it, in one transaction, unless it was made before.
     *
     * @param author who acts
     * @param ago    how long ago it happened
     */
    void once(String name, PersonId author, Duration ago, Supplier<UUID> act) {
        if (made(name).isPresent()) {
            return;
        }
        as(author, ago, () -> transaction.executeWithoutResult(status -> {
            UUID id = act.get();
            jdbc.sql("insert into demonstration_item (name, id) values (:name, :id)").param("name", name)
                    .param("id", id).update();
        }), name);
    }

    private void as(PersonId person, Duration ago, Runnable act, String name) {
        PersonPrincipal principal = new PersonPrincipal(person.value(), "demo@exemple.fr", "", "fr", ColorChoice.AUTO,
                false, 0, today.now());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities()));
        SecurityContextHolder.setContext(context);
        try {
            Today.at(today.now().minus(ago), act);
        } catch (RuntimeException e) {
            // One line of the set that the rules refuse must not keep the application from starting.
            refused = true;
            LOG.warn("The demonstration set could not do {}: {}", name, e.toString());
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
