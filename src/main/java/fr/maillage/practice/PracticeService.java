package fr.maillage.practice;

import fr.maillage.access.AccessPolicy;
import fr.maillage.access.AccessScope;
import fr.maillage.access.AccessScopes;
import fr.maillage.access.Audience;
import fr.maillage.access.AuditLog;
import fr.maillage.access.CurrentViewer;
import fr.maillage.access.ItemHappened;
import fr.maillage.access.ItemKind;
import fr.maillage.access.Listings;
import fr.maillage.access.Listings.Facts;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Operation;
import fr.maillage.access.Role;
import fr.maillage.access.Sharing;
import fr.maillage.access.Subject;
import fr.maillage.base.EditedMeanwhile;
import fr.maillage.base.Ids;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Telling, reading and sharing practices. */
@Service
public class PracticeService {

    public static final ItemKind KIND = new ItemKind(1, "practice");

    private static final int SHARED = 2;

    private final PracticeRepository practices;
    private final AccessPolicy policy;
    private final AccessScopes scopes;
    private final Sharing sharing;
    private final Listings listings;
    private final CurrentViewer viewer;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Today today;

    PracticeService(PracticeRepository practices, AccessPolicy policy, AccessScopes scopes, Sharing sharing,
            Listings listings, CurrentViewer viewer, AuditLog audit, ApplicationEventPublisher events, Today today) {
        this.practices = practices;
        this.policy = policy;
        this.scopes = scopes;
        this.sharing = sharing;
        this.listings = listings;
        this.viewer = viewer;
        this.audit = audit;
        this.events = events;
        this.today = today;
    }

    /**
     * Tells a practice in the name of a space.
     *
     * @throws fr.maillage.base.InvalidInput on the field that cannot be taken
     */
    @Transactional
    public PracticeId tell(SpaceId owner, PracticeDraft draft, Audience audience) {
        return tell(new PracticeId(Ids.next()), owner, draft, audience);
    }

    /**
     * The same under an identifier chosen beforehand: told again under the same one, by a second click, it is told
     * once.
     */
    @Transactional
    public PracticeId tell(PracticeId id, SpaceId owner, PracticeDraft draft, Audience audience) {
        sharing.requireCreation(owner, audience);
        PersonId author = viewer.person();
        Practice told = practices.findById(id.value()).orElse(null);
        if (told != null) {
            if (!told.author().equals(author)) {
                throw new NotVisible();
            }
            return id;
        }
        PracticeDraft checked = draft.checked(today.date().getYear());
        practices.save(Practice.tell(id.value(), owner, author, checked, today.now()));
        listings.open(id.ref(), owner, author, audience, facts(checked));
        events.publishEvent(new ItemHappened(KIND.name(), id.value(), owner, "created", author, ""));
        return id;
    }

    /**
     * Replaces title, summary, year and themes. The parts of the story are written where they are read:
     * {@link PracticeTexts}.
     *
     * @param baseVersion the version that was opened
     * @throws EditedMeanwhile when somebody saved another version since
     */
    @Transactional
    public void rewrite(PracticeId id, long baseVersion, PracticeDraft draft) {
        policy.require(Operation.EDIT, Subject.of(id.ref()));
        Practice practice = find(id);
        if (practice.version() != baseVersion) {
            throw new EditedMeanwhile(practice.changedAt(), practice.version());
        }
        PracticeDraft checked = draft.checkedHead(today.date().getYear());
        practice.rewrite(checked, today.now());
        practices.save(practice);
        listings.update(id.value(), facts(checked));
        happened(practice, "updated", "");
    }

    /** Changes who sees it. Widening, narrowing and publishing are asked for one by one, and logged. */
    @Transactional
    public void share(PracticeId id, Audience audience) {
        policy.require(Operation.VIEW, Subject.of(id.ref()));
        Practice practice = find(id);
        if (sharing.share(id.ref(), practice.owner(), audience)) {
            happened(practice, "shared", "");
        }
    }

    @Transactional
    public void archive(PracticeId id) {
        policy.require(Operation.ARCHIVE, Subject.of(id.ref()));
        Practice practice = find(id);
        practice.archive(today.now());
        listings.archive(id.value());
        audit.record(Operation.ARCHIVE, KIND.name(), id.value(), practice.owner(), "archived");
        happened(practice, "archived", "");
    }

    @Transactional
    public void restore(PracticeId id) {
        policy.require(Operation.RESTORE, Subject.of(id.ref()));
        Practice practice = find(id);
        practice.restore();
        listings.restore(id.value());
        audit.record(Operation.RESTORE, KIND.name(), id.value(), practice.owner(), "restored");
    }

    /** The spaces in whose name whoever is acting may tell practices. */
    @Transactional(readOnly = true)
    public List<SpaceId> spacesToTellIn() {
        AccessScope scope = scopes.current();
        return scope.spaces().stream()
                .filter(space -> scope.roleIn(space).filter(role -> role.atLeast(Role.CONTRIBUTOR)).isPresent())
                .limit(50).toList();
    }

    /** The practice as its page shows it, to those who may see it. */
    @Transactional(readOnly = true)
    public PracticePage read(PracticeId id) {
        policy.require(Operation.VIEW, Subject.of(id.ref()));
        Practice practice = find(id);
        Set<Operation> may = policy.allowed(Subject.of(id.ref()), Operation.EDIT, Operation.SHARE_WIDER,
                Operation.ARCHIVE);
        return new PracticePage(id, practice.owner(), practice.author(), practice.draft(),
                listings.audienceOf(id.value()), practice.createdAt(), practice.changedAt(), practice.archived(),
                practice.version(), may.contains(Operation.EDIT), may.contains(Operation.SHARE_WIDER),
                may.contains(Operation.ARCHIVE));
    }

    private Practice find(PracticeId id) {
        return practices.findById(id.value()).orElseThrow(NotVisible::new);
    }

    private void happened(Practice practice, String verb, String detail) {
        listings.moved(practice.id());
        UUID id = practice.id();
        events.publishEvent(new ItemHappened(KIND.name(), id, practice.owner(), verb, viewer.person(), detail));
    }

    private static Facts facts(PracticeDraft draft) {
        return new Facts(SHARED, 0, draft.themes(), null);
    }
}
