package fr.maillage.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.maillage.base.Ids;
import fr.maillage.base.OrganizationId;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Numbers for everything an audience can name. A scope's number, once given, never changes, so both directions are
 * cached without expiry.
 */
@Component
class Scopes {

    /** Scope numbers that every database has from its first migration on. */
    static final int NETWORK = 1;
    static final int PUBLIC = 2;

    /** What a scope stands for. A seat is one person in one space: the door of an author, of a pilot. */
    enum Kind {
        NETWORK('N'), PUBLIC('W'), SPACE('S'), PERSON('P'), ORGANIZATION('O'), SEAT('A');

        final char code;

        Kind(char code) {
            this.code = code;
        }

        static Kind of(String code) {
            for (Kind kind : values()) {
                if (kind.code == code.charAt(0)) {
                    return kind;
                }
            }
            throw new IllegalStateException("Unknown kind of scope " + code);
        }
    }

    record Scope(int no, Kind kind, UUID ref) {}

    private final JdbcClient jdbc;
    private final Cache<UUID, Scope> byRef = Caffeine.newBuilder().maximumSize(200_000).build();
    private final Cache<Integer, Scope> byNo = Caffeine.newBuilder().maximumSize(200_000).build();

    Scopes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static UUID seat(PersonId person, SpaceId space) {
        return Ids.named("seat:" + person.value() + ':' + space.value());
    }

    /** The numbers of those that have one; the others are absent (nothing was ever shared with them). */
    Map<UUID, Scope> known(Collection<UUID> refs) {
        Map<UUID, Scope> found = new HashMap<>();
        Set<UUID> asked = new HashSet<>();
        for (UUID ref : refs) {
            Scope cached = byRef.getIfPresent(ref);
            if (cached == null) {
                asked.add(ref);
            } else {
                found.put(ref, cached);
            }
        }
        if (!asked.isEmpty()) {
            for (Scope scope : select("select no, kind, ref from scope where ref in (:refs)", "refs", asked)) {
                remember(scope);
                found.put(scope.ref(), scope);
            }
        }
        return found;
    }

    Map<Integer, Scope> byNumber(Collection<Integer> numbers) {
        Map<Integer, Scope> found = new HashMap<>();
        Set<Integer> asked = new HashSet<>();
        for (Integer no : numbers) {
            Scope cached = byNo.getIfPresent(no);
            if (cached == null) {
                asked.add(no);
            } else {
                found.put(no, cached);
            }
        }
        if (!asked.isEmpty()) {
            for (Scope scope : select("select no, kind, ref from scope where no in (:nos)", "nos", asked)) {
                remember(scope);
                found.put(scope.no(), scope);
            }
        }
        return found;
    }

    /**
     * The number of a scope, given now if it has none. The row is committed with the caller's transaction; numbers
     * read inside a writing transaction are not cached, so that a rollback leaves none behind in memory.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Scope number(Kind kind, UUID ref) {
        Scope known = known(List.of(ref)).get(ref);
        if (known != null) {
            return known;
        }
        jdbc.sql("insert ignore into scope(kind, ref) values (:kind, :ref)")
                .param("kind", String.valueOf(kind.code)).param("ref", ref).update();
        return jdbc.sql("select no from scope where ref = :ref for update").param("ref", ref)
                .query((row, n) -> new Scope(row.getInt(1), kind, ref)).single();
    }

    Scope number(AudienceScope scope) {
        return switch (scope) {
            case AudienceScope.Network _ -> new Scope(NETWORK, Kind.NETWORK, new UUID(0, NETWORK));
            case AudienceScope.Public _ -> new Scope(PUBLIC, Kind.PUBLIC, new UUID(0, PUBLIC));
            case AudienceScope.Space space -> number(Kind.SPACE, space.id().value());
            case AudienceScope.Person person -> number(Kind.PERSON, person.id().value());
            case AudienceScope.Organization organization -> number(Kind.ORGANIZATION, organization.id().value());
        };
    }

    static AudienceScope audienceScope(Scope scope) {
        return switch (scope.kind()) {
            case NETWORK -> new AudienceScope.Network();
            case PUBLIC -> new AudienceScope.Public();
            case SPACE -> new AudienceScope.Space(new SpaceId(scope.ref()));
            case PERSON -> new AudienceScope.Person(new PersonId(scope.ref()));
            case ORGANIZATION -> new AudienceScope.Organization(new OrganizationId(scope.ref()));
            case SEAT -> throw new IllegalStateException("A seat is no audience");
        };
    }

    private List<Scope> select(String sql, String name, Set<?> values) {
        return jdbc.sql(sql).param(name, values)
                .query((row, n) -> new Scope(row.getInt(1), Kind.of(row.getString(2)), row.getObject(3, UUID.class)))
                .list();
    }

    private void remember(Scope scope) {
        if (TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            return;
        }
        byRef.put(scope.ref(), scope);
        byNo.put(scope.no(), scope);
    }
}
