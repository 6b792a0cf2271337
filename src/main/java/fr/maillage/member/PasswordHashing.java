package fr.maillage.member;

import java.util.Base64;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with the parameters of OWASP's password storage advice (19 MiB, two passes, one lane). No more hashes are
 * computed at once than there are cores: a storm of sign-ins waits in line instead of taking all memory and time from
 * everybody else.
 */
@Component
class PasswordHashing {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;

    /** The digest of no password, with today's settings: comparing with it takes as long as with somebody's. */
    static final String DECOY = "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s".formatted(KIBIBYTES, PASSES, LANES,
            zeros(SALT_BYTES), zeros(HASH_BYTES));

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES);
    private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    String hash(String password) {
        cores.acquireUninterruptibly();
        try {
            return java.util.Objects.requireNonNull(encoder.encode(password));
        } finally {
            cores.release();
        }
    }

    /** Compares; takes as long for somebody who has no password or does not exist. */
    boolean matches(String password, @Nullable String hash) {
        return matches(password, hash, () -> {});
    }

    /** The same, after {@code first}, which may throw, once it is this comparison's turn. */
    boolean matches(String password, @Nullable String hash, Runnable first) {
        cores.acquireUninterruptibly();
        try {
            first.run();
            boolean same = encoder.matches(password, hash == null ? DECOY : hash);
            return same && hash != null;
        } finally {
            cores.release();
        }
    }

    /** Whether the digest was made with weaker settings than today's. */
    boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    private static String zeros(int bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(new byte[bytes]);
    }
}
