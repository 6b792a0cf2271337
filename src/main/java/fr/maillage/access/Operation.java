package fr.maillage.access;

import static fr.maillage.access.Rule.administrator;
import static fr.maillage.access.Rule.anyone;
import static fr.maillage.access.Rule.author;
import static fr.maillage.access.Rule.ifLive;
import static fr.maillage.access.Rule.involved;
import static fr.maillage.access.Rule.named;
import static fr.maillage.access.Rule.never;
import static fr.maillage.access.Rule.role;
import static fr.maillage.access.Rule.signedIn;
import static fr.maillage.access.Rule.through;

/**
 * Everything one can do, and who may: the one table of rules. Source: the product's access design; the same sentences
 * stand, case by case, in {@code src/test/resources/access/matrix.txt}, and a test compares the two.
 *
 * <p>For an item, a rule is asked only once the item is visible: what is not visible is not found.
 */
public enum Operation {

    // --- on a space: the role is the effective role in that space -----------------------------------------------
    SPACE_VIEW(Subject.Space.class, anyone()),
    SPACE_PEOPLE(Subject.Space.class, role(Role.OBSERVER)),
    JOIN(Subject.Space.class, signedIn()),
    LEAVE(Subject.Space.class, role(Role.OBSERVER)),
    CREATE(Subject.Space.class, role(Role.CONTRIBUTOR)),
    INVITE(Subject.Space.class, role(Role.COORDINATOR)),
    APPROVE_REQUEST(Subject.Space.class, role(Role.COORDINATOR)),
    SET_ROLE(Subject.Space.class, role(Role.COORDINATOR)),
    SET_EXPIRY(Subject.Space.class, role(Role.COORDINATOR)),
    REMOVE_MEMBER(Subject.Space.class, role(Role.COORDINATOR)),
    EDIT_SETTINGS(Subject.Space.class, role(Role.COORDINATOR)),

    // --- on an alliance or on the member that joins it: asked on each side ---------------------------------------
    PROPOSE_MEMBER(Subject.Space.class, role(Role.COORDINATOR)),
    ACCEPT_MEMBER(Subject.Space.class, role(Role.COORDINATOR)),
    EDIT_CHARTER(Subject.Space.class, role(Role.COORDINATOR)),
    LEAVE_ALLIANCE(Subject.Space.class, role(Role.COORDINATOR)),

    // --- on an item ----------------------------------------------------------------------------------------------
    VIEW(Subject.Item.class, anyone()),
    COMMENT(Subject.Item.class, ifLive(through(Level.COMMENT, Role.READER).or(through(Level.READ, Role.CONTRIBUTOR)))),
    EDIT(Subject.Item.class, ifLive(role(Role.EDITOR).or(author(Role.CONTRIBUTOR)).or(involved(Role.CONTRIBUTOR))
            .or(named(Level.EDIT, Role.CONTRIBUTOR)).or(through(Level.EDIT, Role.EDITOR)))),
    EDIT_LIVE(Subject.Item.class, EDIT.rule),
    SHARE_WIDER(Subject.Item.class, ifLive(role(Role.EDITOR).or(author(Role.CONTRIBUTOR)))),
    SHARE_NARROWER(Subject.Item.class, ifLive(role(Role.EDITOR).or(author(Role.CONTRIBUTOR)))),
    PUBLISH(Subject.Item.class, ifLive(role(Role.COORDINATOR))),
    VALIDATE(Subject.Item.class, ifLive(role(Role.COORDINATOR))),
    ARCHIVE(Subject.Item.class, ifLive(role(Role.EDITOR).or(author(Role.CONTRIBUTOR)))),
    RESTORE(Subject.Item.class, role(Role.EDITOR).or(author(Role.CONTRIBUTOR))),
    DELETE(Subject.Item.class, role(Role.COORDINATOR)),
    EXPORT(Subject.Item.class, through(Level.READ, Role.READER)),
    SEE_HISTORY(Subject.Item.class, role(Role.CONTRIBUTOR).or(author(Role.OBSERVER)).or(EDIT.rule)),
    RESTORE_VERSION(Subject.Item.class, EDIT.rule),

    EXPRESS_INTEREST(Subject.Item.class, ifLive(through(Level.READ, Role.READER))),
    ANSWER_INTEREST(Subject.Item.class, role(Role.EDITOR).or(author(Role.CONTRIBUTOR))),
    DISCLOSE(Subject.Item.class, author(Role.OBSERVER)),

    PILOT(Subject.Item.class, EDIT.rule),
    PROPOSE_TWIN(Subject.Item.class, ifLive(role(Role.EDITOR))),
    ANSWER_TWIN(Subject.Item.class, ifLive(through(Level.READ, Role.EDITOR))),
    COMMIT(Subject.Item.class, ifLive(through(Level.READ, Role.CONTRIBUTOR))),
    ANSWER_COMMITMENT(Subject.Item.class, ifLive(role(Role.EDITOR))),

    // --- on a person: the role is the strongest one in a space both are in ----------------------------------------
    VIEW_CARD(Subject.Person.class, role(Role.OBSERVER)),
    VIEW_CONTACT(Subject.Person.class, role(Role.READER).and(Rule.notBetweenBusinesses())),
    INTRODUCE(Subject.Person.class, role(Role.READER)),

    // --- on the platform -------------------------------------------------------------------------------------------
    MANAGE_ACCOUNTS(Subject.Platform.class, administrator()),
    MANAGE_TERRITORIES(Subject.Platform.class, administrator()),
    READ_AUDIT(Subject.Platform.class, administrator()),
    /** Reading as somebody else: nobody, ever. */
    IMPERSONATE(Subject.Platform.class, never());

    final Class<? extends Subject> subject;
    final Rule rule;

    Operation(Class<? extends Subject> subject, Rule rule) {
        this.subject = subject;
        this.rule = rule;
    }

    /** The key of the sentence that says why it was refused. */
    String refusalKey() {
        return "access.refused." + name();
    }
}
