package fr.maillage.member;

import fr.maillage.access.AuditLog;
import fr.maillage.base.Ids;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.Messages;
import fr.maillage.base.PersonId;
import fr.maillage.base.Today;
import fr.maillage.base.Translator;
import fr.maillage.member.AccountService.SessionsEnded;
import fr.maillage.member.InvitationUnusable.Reason;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A new password for somebody who forgot theirs: a link by mail, good for one hour and one use. Whether an address has
 * an account is never told: the answer is the same, and the work is done after it.
 */
@Service
public class PasswordResets {

    private static final Duration LIFE = Duration.ofHours(1);
    private static final int MOST_AN_HOUR = 3;

    private final PersonRepository people;
    private final PasswordHashing hashing;
    private final PasswordRules rules;
    private final Mails mails;
    private final Links links;
    private final Messages messages;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Today today;
    private final TaskExecutor background;

    PasswordResets(PersonRepository people, PasswordHashing hashing, PasswordRules rules, Mails mails, Links links,
            Messages messages, AuditLog audit, ApplicationEventPublisher events, JdbcClient jdbc, Today today,
            @Qualifier("applicationTaskExecutor") TaskExecutor background) {
        this.people = people;
        this.hashing = hashing;
        this.rules = rules;
        this.mails = mails;
        this.links = links;
        this.messages = messages;
        this.audit = audit;
        this.events = events;
        this.jdbc = jdbc;
        this.today = today;
        this.background = background;
    }

    /** Sends a link to the address if it has an account that can sign in; otherwise nothing happens. */
    public void ask(String typed) {
        background.execute(() -> answer(typed));
    }

    private void answer(String typed) {
        try {
            people.findByEmail(Email.of(typed).value())
                    .filter(person -> !person.disabled() && person.passwordHash() != null)
                    .filter(person -> recent(person.id()) < MOST_AN_HOUR).ifPresent(this::send);
        } catch (InvalidInput notAnAddress) {
            // Nobody has such an address; the screen says the same as for any other.
        }
    }

    private int recent(PersonId person) {
        return jdbc.sql("select count(*) from password_reset where person = :person and expires_at > :now")
                .param("person", person.value()).param("now", utc(Duration.ZERO)).query(Integer.class).single();
    }

    private void send(Person person) {
        String secret = Secrets.next();
        jdbc.sql("insert into password_reset (id, person, token_hash, expires_at) values (:id, :person, :hash, :at)")
                .param("id", Ids.next()).param("person", person.id().value()).param("hash", Secrets.digest(secret))
                .param("at", utc(LIFE)).update();
        Translator words = messages.in(Locale.of(person.locale()));
        mails.send(new Letter().say(words.translate("member.mail.invitation.hello", person.name()))
                .say(words.translate("member.mail.reset.body"))
                .button(words.translate("member.mail.reset.button"), links.anonymous("mot-de-passe/" + secret))
                .to(person.email(), words.translate("member.mail.reset.subject"), words));
    }

    /** Whether the link can still be used. */
    @Transactional(readOnly = true)
    public boolean isOpen(String secret) {
        return find(secret, "").isPresent();
    }

    /**
     * Sets the new password; every session of the person ends.
     *
     * @throws InvitationUnusable when the link opens nothing (any more)
     * @throws InvalidInput       on {@code password}
     */
    @Transactional
    public void use(String secret, String password) {
        UUID id = find(secret, " for update").orElseThrow(() -> new InvitationUnusable(Reason.UNKNOWN));
        Person person = people.lock(id).filter(found -> !found.disabled())
                .orElseThrow(() -> new InvitationUnusable(Reason.DISABLED));
        rules.check("password", password, person.name(), person.email());
        jdbc.sql("update password_reset set used_at = :now where person = :person and used_at is null")
                .param("now", utc(Duration.ZERO)).param("person", id).update();
        person.protectWith(hashing.hash(password));
        audit.record("RESET_PASSWORD", "person", id, null, "");
        events.publishEvent(new SessionsEnded(person.id(), person.signInEpoch(), false));
    }

    private Optional<UUID> find(String secret, String lock) {
        return jdbc.sql("select person from password_reset where token_hash = :hash and used_at is null"
                + " and expires_at > :now" + lock)
                .param("hash", Secrets.digest(secret)).param("now", utc(Duration.ZERO))
                .query((row, n) -> row.getObject(1, UUID.class)).optional();
    }

    private LocalDateTime utc(Duration later) {
        return LocalDateTime.ofInstant(today.now().plus(later), ZoneOffset.UTC);
    }
}
