package fr.maillage.member;

import fr.maillage.access.AccessChanged;
import fr.maillage.access.AccessPolicy;
import fr.maillage.access.AuditLog;
import fr.maillage.access.CurrentViewer;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Operation;
import fr.maillage.access.SignInNeeded;
import fr.maillage.access.Subject;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.PersonId;
import fr.maillage.base.Today;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with their own account, and administrators with everybody's. */
@Service
@Transactional
public class AccountService {

    /** An account as its owner sees it. */
    public record Account(PersonId id, String email, String name, String functionTitle, String locale,
            ColorChoice color, boolean administrator) {}

    /** The sessions of a person begun under an older epoch are over, or all of them when the account is disabled. */
    record SessionsEnded(PersonId person, int epoch, boolean disabled) {}

    private final PersonRepository people;
    private final PasswordHashing hashing;
    private final PasswordRules rules;
    private final AccessPolicy policy;
    private final CurrentViewer viewer;
    private final SignedInSession session;
    private final LiveSessions sessions;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Today today;

    AccountService(PersonRepository people, PasswordHashing hashing, PasswordRules rules, AccessPolicy policy,
            CurrentViewer viewer, SignedInSession session, LiveSessions sessions, AuditLog audit,
            ApplicationEventPublisher events, Today today) {
        this.people = people;
        this.hashing = hashing;
        this.rules = rules;
        this.policy = policy;
        this.viewer = viewer;
        this.session = session;
        this.sessions = sessions;
        this.audit = audit;
        this.events = events;
        this.today = today;
    }

    /** @throws SignInNeeded when nobody is signed in */
    @Transactional(readOnly = true)
    public Account mine() {
        Person me = me();
        return new Account(me.id(), me.email(), me.name(), me.functionTitle(), me.locale(), me.color(),
                me.administrator());
    }

    /** @throws InvalidInput on {@code name} or {@code functionTitle} */
    public void present(String name, String functionTitle) {
        Person me = me();
        me.present(name, functionTitle);
        session.refresh(me);
    }

    /** Chooses the language and the colours of the screens. */
    public void prefer(String locale, ColorChoice color) {
        Person me = me();
        me.prefer(locale, color);
        session.refresh(me);
    }

    /**
     * Changes the password; every other session of the person ends, this one goes on.
     *
     * @throws InvalidInput on {@code current} when it is not the present one, on {@code password} when the new one
     *                      will not do
     */
    public void changePassword(String current, String password) {
        Person me = people.lock(viewer.person().value()).orElseThrow(SignInNeeded::new);
        if (!hashing.matches(current, me.passwordHash())) {
            throw new InvalidInput("current", "member.password.notYours");
        }
        rules.check("password", password, me.name(), me.email());
        if (password.equals(current)) {
            throw new InvalidInput("password", "member.password.same");
        }
        me.protectWith(hashing.hash(password));
        audit.record("CHANGE_PASSWORD", "person", me.id().value(), null, "");
        keepOnlyThisSession(me);
    }

    /** How many sessions of whoever is acting are open on this node. */
    @Transactional(readOnly = true)
    public int openSessions() {
        return sessions.count(viewer.person());
    }

    /** Ends every other session of whoever is acting, at once. */
    public void signOutEverywhereElse() {
        Person me = me();
        me.signOutEverywhere();
        audit.record("SIGN_OUT_EVERYWHERE", "person", me.id().value(), null, "");
        keepOnlyThisSession(me);
    }

    private void keepOnlyThisSession(Person me) {
        session.refresh(me);
        events.publishEvent(new SessionsEnded(me.id(), me.signInEpoch(), false));
    }

    /** Closes an account: its sessions end at once and its rights with them. */
    public void disable(PersonId id) {
        policy.require(Operation.MANAGE_ACCOUNTS, Subject.PLATFORM);
        Person person = people.lock(id.value()).orElseThrow(NotVisible::new);
        if (id.equals(viewer.person())) {
            throw new fr.maillage.access.Refused(Operation.MANAGE_ACCOUNTS, "member.refused.disableMyself");
        }
        person.disable();
        audit.record(Operation.MANAGE_ACCOUNTS, "person", id.value(), null, "disabled");
        events.publishEvent(new SessionsEnded(id, person.signInEpoch(), true));
        events.publishEvent(new AccessChanged());
    }

    /** Signs somebody out everywhere, at once; they may sign in again. */
    public void endSessions(PersonId id) {
        policy.require(Operation.MANAGE_ACCOUNTS, Subject.PLATFORM);
        Person person = people.lock(id.value()).orElseThrow(NotVisible::new);
        person.signOutEverywhere();
        audit.record(Operation.MANAGE_ACCOUNTS, "person", id.value(), null, "sessions ended");
        events.publishEvent(new SessionsEnded(id, person.signInEpoch(), false));
    }

    public void enable(PersonId id) {
        policy.require(Operation.MANAGE_ACCOUNTS, Subject.PLATFORM);
        people.lock(id.value()).orElseThrow(NotVisible::new).enable();
        audit.record(Operation.MANAGE_ACCOUNTS, "person", id.value(), null, "enabled");
        events.publishEvent(new AccessChanged());
    }

    private Person me() {
        return people.findById(viewer.person().value()).orElseThrow(SignInNeeded::new);
    }
}
