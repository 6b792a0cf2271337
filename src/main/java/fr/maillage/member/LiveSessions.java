package fr.maillage.member;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.maillage.base.PersonId;
import fr.maillage.member.AccountService.SessionsEnded;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The sessions that are open on this node, and whether each may go on. A session is over when its person signed out
 * everywhere, changed the password, was disabled, or has been signed in for twelve hours. Sessions of this node end
 * at once, open screens with them; another node learns of it within seconds.
 */
@Component
class LiveSessions implements HttpSessionListener, SessionRule {

    /** The longest a session lives, however busy (ASVS 7.3). */
    static final Duration LONGEST = Duration.ofHours(12);
    private static final Duration BELIEVED = Duration.ofSeconds(5);
    /** What stands for a disabled or deleted account: no session has such an epoch. */
    private static final int NONE = Integer.MIN_VALUE;

    private static final Logger LOG = LoggerFactory.getLogger(LiveSessions.class);

    private final JdbcClient jdbc;
    private final Cache<UUID, Integer> epochs =
            Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(BELIEVED).build();
    private final Map<String, HttpSession> open = new ConcurrentHashMap<>();

    LiveSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whether this session of this person may go on. While the database does not answer it does: nothing can be read
     * then, what was typed must not be lost, and the question is asked again at the next request.
     */
    @Override
    public boolean goesOn(PersonPrincipal principal, Instant now) {
        if (!principal.signedInAt().plus(LONGEST).isAfter(now)) {
            return false;
        }
        try {
            return epochs.get(principal.id(), this::readEpoch) == principal.epoch();
        } catch (DataAccessException away) {
            LOG.warn("The database does not answer: {}", away.getMessage());
            return true;
        }
    }

    private int readEpoch(UUID person) {
        return jdbc.sql("select sign_in_epoch from person where id = :id and not disabled").param("id", person)
                .query(Integer.class).optional().orElse(NONE);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(SessionsEnded ended) {
        epochs.invalidate(ended.person().value());
        for (HttpSession session : sessionsOf(ended.person())) {
            principal(session).filter(principal -> ended.disabled() || principal.epoch() != ended.epoch())
                    .ifPresent(principal -> end(session));
        }
    }

    /** How many sessions a person has open on this node. */
    int count(PersonId person) {
        return sessionsOf(person).size();
    }

    private List<HttpSession> sessionsOf(PersonId person) {
        List<HttpSession> found = new ArrayList<>();
        open.values().forEach(session -> principal(session)
                .filter(principal -> principal.personId().equals(person)).ifPresent(principal -> found.add(session)));
        return found;
    }

    private static Optional<PersonPrincipal> principal(HttpSession session) {
        try {
            return session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                    instanceof SecurityContext context && context.getAuthentication() != null
                    && context.getAuthentication().getPrincipal() instanceof PersonPrincipal principal
                            ? Optional.of(principal) : Optional.empty();
        } catch (IllegalStateException alreadyOver) {
            return Optional.empty();
        }
    }

    private static void end(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException alreadyOver) {
            // The other end was faster: nothing is left to do.
        }
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        open.put(key(event.getSession()), event.getSession());
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        open.remove(key(event.getSession()));
    }

    /** The identifier of a session changes at sign-in; this key of its own does not. */
    private static String key(HttpSession session) {
        String attribute = LiveSessions.class.getName();
        String key = (String) session.getAttribute(attribute);
        if (key == null) {
            key = UUID.randomUUID().toString();
            session.setAttribute(attribute, key);
        }
        return key;
    }
}
