package fr.maillage.member;

import fr.maillage.access.AccessPolicy;
import fr.maillage.access.Operation;
import fr.maillage.access.Subject;
import fr.maillage.base.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of the platform, for its administrators. Tells nothing of what their owners write or belong to. */
@Service
@Transactional(readOnly = true)
public class Accounts {

    /**
     * An account.
     *
     * @param opened   whether it has a password: before, somebody was invited and has not come
     * @param sessions how many are open on this node
     */
    public record Line(PersonId id, String name, String email, boolean opened, boolean disabled,
            boolean administrator, int sessions) {}

    private final JdbcClient jdbc;
    private final AccessPolicy policy;
    private final LiveSessions sessions;

    Accounts(JdbcClient jdbc, AccessPolicy policy, LiveSessions sessions) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.sessions = sessions;
    }

    /**
     * By name, those whose name or address contains the words.
     *
     * @param after the last line of the page before, or null
     * @param limit at most {@link People#MOST}
     * @throws fr.maillage.access.NotVisible for whoever does not administer the platform
     */
    public List<Line> list(String words, @Nullable Line after, int limit) {
        policy.require(Operation.MANAGE_ACCOUNTS, Subject.PLATFORM);
        return jdbc.sql("""
                select id, name, email, password_hash is not null, disabled, administrator from person
                where (name like :words or email like :words)
                  and (:afterId is null or name > :afterName or (name = :afterName and id > :afterId))
                order by name, id limit :limit""")
                .param("words", People.like(words)).param("afterId", after == null ? null : after.id().value())
                .param("afterName", after == null ? "" : after.name()).param("limit", Math.min(limit, People.MOST))
                .query((row, n) -> {
                    PersonId id = new PersonId(row.getObject(1, UUID.class));
                    return new Line(id, row.getString(2), row.getString(3), row.getBoolean(4), row.getBoolean(5),
                            row.getBoolean(6), sessions.count(id));
                }).list();
    }

    /**
     * What the owners of these accounts are called.
     *
     * @throws fr.maillage.access.NotVisible for whoever does not administer the platform
     */
    public Map<UUID, String> names(Set<UUID> people) {
        policy.require(Operation.MANAGE_ACCOUNTS, Subject.PLATFORM);
        if (people.isEmpty()) {
            return Map.of();
        }
        return jdbc.sql("select id, name from person where id in (:people)").param("people", people)
                .query((row, n) -> Map.entry(row.getObject(1, UUID.class), row.getString(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
