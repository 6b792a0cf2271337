package fr.maillage.member;

import fr.maillage.access.AuditLog;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.Today;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Signs in by address and password. A wrong password, an unknown address, an account without a password and a
 * disabled one get the same answer after the same work.
 */
@Component
class SignIn implements AuthenticationProvider {

    /** Too many failures: the wait is told in words, the password is not even looked at. */
    static final class Slowed extends AuthenticationException {

        private static final long serialVersionUID = 1;

        private final Duration wait;

        Slowed(Duration wait) {
            super("Sign-in slowed down");
            this.wait = wait;
        }

        Duration remaining() {
            return wait;
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

    private final PersonRepository people;
    private final PasswordHashing hashing;
    private final SignInFailures failures;
    private final AuditLog audit;
    private final Today today;

    SignIn(PersonRepository people, PasswordHashing hashing, SignInFailures failures, AuditLog audit, Today today) {
        this.people = people;
        this.hashing = hashing;
        this.failures = failures;
        this.audit = audit;
        this.today = today;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        try {
            return known(asked);
        } catch (DataAccessException | TransactionException away) {
            throw new AuthenticationServiceException("The database does not answer", away);
        }
    }

    private Authentication known(Authentication asked) {
        String typed = asked.getName();
        String password = asked.getCredentials() == null ? "" : asked.getCredentials().toString();
        String address = asked.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress()
                : "";
        refuseWhileSlowed(typed, address);
        Optional<Person> person = find(typed);
        String hash = person.map(Person::passwordHash).orElse(null);
        // Asked again once it is this attempt's turn: attempts sent all at once do not slip through together.
        boolean right = password.length() <= PasswordRules.LONGEST
                && hashing.matches(password, hash, () -> refuseWhileSlowed(typed, address));
        if (!right || person.orElseThrow().disabled()) {
            Duration wait = failures.failed(typed, address);
            LOG.info("Sign-in failed from {}, next attempt in {} s", address, wait.toSeconds());
            if (wait.isPositive()) {
                throw new Slowed(wait);
            }
            throw new BadCredentialsException("Address and password do not go together");
        }
        return signedIn(person.orElseThrow(), typed, password, asked.getDetails());
    }

    private Authentication signedIn(Person person, String typed, String password, @Nullable Object details) {
        failures.succeeded(typed);
        if (hashing.isOutdated(java.util.Objects.requireNonNull(person.passwordHash()))) {
            person.rehash(hashing.hash(password));
            people.save(person);
        }
        PersonPrincipal principal = person.principal(today.now());
        audit.record("SIGN_IN", "person", principal.id(), null, "");
        UsernamePasswordAuthenticationToken token =
                UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities());
        token.setDetails(details);
        return token;
    }

    private void refuseWhileSlowed(String typed, String address) {
        Duration wait = failures.wait(typed, address);
        if (wait.isPositive()) {
            throw new Slowed(wait);
        }
    }

    private Optional<Person> find(String typed) {
        try {
            return people.findByEmail(Email.of(typed).value());
        } catch (InvalidInput notAnAddress) {
            return Optional.empty();
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
