package fr.maillage.member;

import fr.maillage.base.Today;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down who guesses: after a few failures for an account, or many from one address, each further one doubles the
 * wait, up to a quarter of an hour. Kept in the database, so that a restart or a second node forgets nothing. What was
 * typed counts whether or not such an account exists: the answer tells nothing.
 */
@Component
class SignInFailures {

    static final int FREE_FOR_ACCOUNT = 5;
    /** A town hall signs in from one address. */
    static final int FREE_FOR_ADDRESS = 50;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);
    private static final int PURGE_EVERY = 64;

    private final JdbcClient jdbc;
    private final Today today;

    SignInFailures(JdbcClient jdbc, Today today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    /** How long whoever types this name from this address must still wait; zero when they need not. */
    @Transactional(readOnly = true)
    public Duration wait(String account, String address) {
        Instant until = jdbc.sql("select max(wait_until) from sign_in_failure where subject in (:account, :address)")
                .param("account", account(account)).param("address", address(address))
                .query((row, n) -> row.getObject(1, LocalDateTime.class)).optional()
                .map(time -> time.toInstant(ZoneOffset.UTC)).orElse(Instant.MIN);
        Instant now = today.now();
        return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    }

    /** Another failure; answers how long to wait from now on. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Duration failed(String account, String address) {
        Duration forAccount = count(account(account), FREE_FOR_ACCOUNT);
        Duration forAddress = count(address(address), FREE_FOR_ADDRESS);
        return forAccount.compareTo(forAddress) > 0 ? forAccount : forAddress;
    }

    /** The account's owner came in: their own failures are forgotten, those of the address are not. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void succeeded(String account) {
        jdbc.sql("delete from sign_in_failure where subject = :subject").param("subject", account(account)).update();
    }

    private Duration count(byte[] subject, int free) {
        LocalDateTime now = LocalDateTime.ofInstant(today.now(), ZoneOffset.UTC);
        LocalDateTime forgotten = now.minus(FORGOTTEN_AFTER);
        jdbc.sql("""
                insert into sign_in_failure (subject, failures, last_at, wait_until) values (:subject, 1, :now, :now)
                on duplicate key update failures = if(last_at < :forgotten, 1, failures + 1), last_at = :now""")
                .param("subject", subject).param("now", now).param("forgotten", forgotten).update();
        int failures = jdbc.sql("select failures from sign_in_failure where subject = :subject")
                .param("subject", subject).query(Integer.class).single();
        Duration wait = waitAfter(failures, free);
        jdbc.sql("update sign_in_failure set wait_until = :until where subject = :subject")
                .param("until", now.plus(wait)).param("subject", subject).update();
        if (failures % PURGE_EVERY == 1) {
            jdbc.sql("delete from sign_in_failure where last_at < :forgotten limit 1000")
                    .param("forgotten", forgotten).update();
        }
        return wait;
    }

    static Duration waitAfter(int failures, int free) {
        int beyond = failures - free;
        if (beyond < 0) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(beyond, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private static byte[] account(String typed) {
        return Secrets.digest("account:" + typed.strip().toLowerCase(Locale.ROOT));
    }

    private static byte[] address(String address) {
        return Secrets.digest("address:" + address);
    }
}
