package fr.maillage.member;

import fr.maillage.access.AuditLog;
import fr.maillage.base.Ids;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.Today;
import fr.maillage.member.InvitationUnusable.Reason;
import java.security.MessageDigest;
import java.util.Locale;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way into a new installation. While nobody administers it, each start prints a link on the standard output;
 * whoever reads that, in the terminal or the log of the container, runs the server and may make the first account.
 * The secret lives in memory only: it ends with the process, and opens nothing once there is an administrator.
 */
@Service
public class FirstAdministrator {

    static final String PATH = "premier-compte/";
    private static final int BEFORE_READY = 0;

    private final byte[] secret;
    private final String spelled;
    private final PersonRepository people;
    private final PasswordHashing hashing;
    private final PasswordRules rules;
    private final AuditLog audit;
    private final Links links;
    private final JdbcClient jdbc;
    private final Today today;
    private volatile boolean known;

    FirstAdministrator(PersonRepository people, PasswordHashing hashing, PasswordRules rules, AuditLog audit,
            Links links, JdbcClient jdbc, Today today) {
        this.spelled = Secrets.next();
        this.secret = Secrets.digest(spelled);
        this.people = people;
        this.hashing = hashing;
        this.rules = rules;
        this.audit = audit;
        this.links = links;
        this.jdbc = jdbc;
        this.today = today;
    }

    /** Before the line that says « ready », so that whoever waits for that one has read this one. */
    @EventListener
    @Order(BEFORE_READY)
    void tell(ApplicationReadyEvent ready) {
        Environment environment = ready.getApplicationContext().getEnvironment();
        if (environment.getProperty("local.server.port") != null && isMissing()) {
            System.out.println("Nobody administers this installation yet. Make the first account here: " + link());
        }
    }

    String link() {
        return links.anonymous(PATH + spelled);
    }

    /** Whether nobody who can sign in administers this installation. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public boolean isMissing() {
        // Administrators cannot close their own account: once there is one, there always is.
        if (!known) {
            known = jdbc.sql("select exists (select 1 from person where administrator and not disabled"
                    + " and password_hash is not null)").query(Boolean.class).single();
        }
        return !known;
    }

    /** Whether this is the link of this start, and still needed. */
    @Transactional(readOnly = true)
    public boolean opens(String typed) {
        return MessageDigest.isEqual(secret, Secrets.digest(typed)) && isMissing();
    }

    /**
     * Makes the account, or gives one that exists a new password and the administration.
     *
     * @param language             the one the page was read in, which the account speaks
     * @throws InvitationUnusable when the link opens nothing (any more)
     * @throws InvalidInput       on {@code email}, {@code name} or {@code password}
     */
    @Transactional
    public void make(String typed, String email, String name, String password, Locale language) {
        if (!opens(typed)) {
            throw new InvitationUnusable(Reason.UNKNOWN);
        }
        Email address = Email.of(email);
        Person person = people.findByEmail(address.value())
                .orElseGet(() -> Person.expected(Ids.next(), address, name, today.now()));
        // Checks the name: nobody is called like their address here.
        person.present(name, person.functionTitle());
        person.speak(language.getLanguage());
        rules.check("password", password, person.name(), person.email());
        person.protectWith(hashing.hash(password));
        person.enable();
        person.administer(true);
        people.save(person);
        audit.record("FIRST_ADMINISTRATOR", "person", person.id().value(), null, "");
    }
}
