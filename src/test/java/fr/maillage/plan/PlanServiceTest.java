package fr.maillage.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.maillage.IntegrationTest;
import fr.maillage.TestWorld;
import fr.maillage.access.AccessPolicy;
import fr.maillage.access.Audience;
import fr.maillage.access.AudienceScope;
import fr.maillage.access.Level;
import fr.maillage.access.Listings;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Operation;
import fr.maillage.access.Profile;
import fr.maillage.access.Refused;
import fr.maillage.access.Role;
import fr.maillage.access.SignInNeeded;
import fr.maillage.access.Subject;
import fr.maillage.base.EditedMeanwhile;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.PersonId;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class PlanServiceTest {

    @Autowired
    private TestWorld world;
    @Autowired
    private PlanWorld planWorld;
    @Autowired
    private PlanService plans;
    @Autowired
    private AxisService axes;
    @Autowired
    private ActionService actions;
    @Autowired
    private ActionPeople people;
    @Autowired
    private PlanPages pages;
    @Autowired
    private ActionPages actionPages;
    @Autowired
    private PlanAttention attention;
    @Autowired
    private Listings listings;
    @Autowired
    private AccessPolicy policy;

    private PlanWorld.Town town;

    @BeforeEach
    void aTown() {
        town = planWorld.town();
    }

    @Test
    void aFormSavedOnAnOutdatedPlanChangesNothing() {
        long version = pages.page(town.plan()).version();
        plans.edit(town.plan(), version, PlanWorld.draft("Un"));
        assertThatExceptionOfType(EditedMeanwhile.class)
                .isThrownBy(() -> plans.edit(town.plan(), version, PlanWorld.draft("Deux")));
        assertThat(pages.page(town.plan()).title()).isEqualTo("Un");
    }

    @Test
    void aPlanThatEndsBeforeItStartsIsRefusedAtItsEnd() {
        PlanDraft draft = new PlanDraft("Plan", PlanType.CRTE, LocalDate.of(2027, 1, 1), LocalDate.of(2026, 1, 1), "");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> plans.create(town.space(), draft, Audience.ofSpace(town.space())))
                .satisfies(error -> assertThat(error.field()).isEqualTo(PlanDraft.END));
    }

    @Test
    void approvalGoesStepByStep() {
        world.as(town.editor(), () -> plans.submit(town.plan()));
        assertThat(attention.pointsFor(town.coordinator(), 10)).extracting(point -> point.path())
                .contains("plans/" + town.plan().value());
        world.as(town.editor());
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> plans.validate(town.plan()));
        world.as(town.coordinator());
        plans.validate(town.plan());
        assertThatExceptionOfType(PlanNotThere.class).isThrownBy(() -> plans.validate(town.plan()));
        plans.contract(town.plan());
        assertThat(pages.page(town.plan()).state()).isEqualTo(PlanState.CONTRACTED);
        plans.reopen(town.plan());
        assertThat(pages.page(town.plan()).state()).isEqualTo(PlanState.DRAFT);
    }

    @Test
    void actionsMoveWithinTheirAxisAndToAnother() {
        AxisId one = axes.add(town.plan(), null, "Un");
        AxisId two = axes.add(town.plan(), null, "Deux");
        ActionId a = actions.create(town.plan(), one, "a");
        ActionId b = actions.create(town.plan(), one, "b");
        ActionId c = actions.create(town.plan(), one, "c");
        actions.move(c, one, a);
        assertThat(outline()).containsExactly("1.1 c", "1.2 a", "1.3 b");
        actions.move(a, one, null);
        assertThat(outline()).containsExactly("1.1 c", "1.2 b", "1.3 a");
        actions.move(b, two, null);
        actions.move(c, two, b);
        assertThat(outline()).containsExactly("1.1 a", "2.1 c", "2.2 b");
        actions.move(a, null, null);
        assertThat(outline()).containsExactly("0.1 a", "2.1 c", "2.2 b");
    }

    private List<String> outline() {
        return pages.page(town.plan()).actions().stream().map(line -> line.number() + ' ' + line.title()).toList();
    }

    @Test
    void axesMoveNestAndGoAwayWithoutLosingAHiddenAction() {
        AxisId one = axes.add(town.plan(), null, "Un");
        AxisId two = axes.add(town.plan(), null, "Deux");
        AxisId inner = axes.add(town.plan(), two, "Dedans");
        axes.move(town.plan(), two, null, one);
        assertThat(axisOutline()).containsExactly("1 Deux", "1.1 Dedans", "2 Un");
        axes.move(town.plan(), one, inner, null);
        assertThat(axisOutline()).containsExactly("1 Deux", "1.1 Dedans", "1.1.1 Un");
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> axes.add(town.plan(), one, "Quatrième"));
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> axes.move(town.plan(), two, one, null));
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> axes.remove(town.plan(), inner));

        ActionId secret = actions.create(town.plan(), one, "secrète");
        actions.share(secret, Audience.none());
        world.as(town.editor(), () -> axes.remove(town.plan(), one));
        assertThat(actionPages.sheet(secret).trail()).extracting(AxisLine::title).containsExactly("Deux", "Dedans");
    }

    private List<String> axisOutline() {
        return pages.page(town.plan()).axes().stream().map(axis -> axis.number() + ' ' + axis.title()).toList();
    }

    @Test
    void whoMayDoWhat() {
        PersonId contributor = planWorld.member(town.space(), "Alix", Role.CONTRIBUTOR);
        PersonId stranger = planWorld.member(world.territory(), "Zoé", Role.COORDINATOR);
        ActionId action = planWorld.action(town.plan(), "Fiche");

        world.as(town.reader());
        assertThat(pages.page(town.plan()).actions()).hasSize(1);
        assertRefused(Operation.EDIT, () -> actions.set(action, ActionField.JOBS, 0, 1));
        assertRefused(Operation.CREATE, () -> actions.create(town.plan(), null, "Autre"));
        assertRefused(Operation.EDIT, () -> axes.add(town.plan(), null, "Axe"));
        assertRefused(Operation.PILOT, () -> people.add(action, Involvement.PILOT, town.reader()));

        world.as(contributor);
        assertRefused(Operation.EDIT, () -> actions.set(action, ActionField.JOBS, 0, 1));
        ActionId own = actions.create(town.plan(), null, "La mienne");
        assertThat(actions.set(own, ActionField.JOBS, 0, 1)).isInstanceOf(Outcome.Applied.class);
        world.as(town.coordinator(), () -> people.add(action, Involvement.PILOT, contributor));
        assertThat(actions.set(action, ActionField.JOBS, 0, 1)).isInstanceOf(Outcome.Applied.class);
        world.as(town.coordinator(), () -> people.remove(action, Involvement.PILOT, contributor));
        assertRefused(Operation.EDIT, () -> actions.set(action, ActionField.JOBS, 1, 2));

        world.as(town.editor());
        assertThat(actions.set(action, ActionField.SITE, 0, "ici")).isInstanceOf(Outcome.Applied.class);
        assertThat(actionPages.sheet(action).number()).isEqualTo("1");
        actions.archive(action);
        assertThat(actionPages.sheet(action).number()).as("it has left the order").isEmpty();
        assertRefused(Operation.EDIT, () -> actions.set(action, ActionField.SITE, 1, "là"));
        actions.restore(action);

        world.as(stranger);
        assertNotVisible(() -> pages.page(town.plan()));
        assertNotVisible(() -> actionPages.sheet(action));
        assertNotVisible(() -> actions.set(action, ActionField.JOBS, 0, 1));
        assertNotVisible(() -> actions.create(town.plan(), null, "x"));
        assertNotVisible(() -> actions.move(action, null, null));
        assertNotVisible(() -> actions.addLine(action, ActionField.Part.STEP));
        assertNotVisible(() -> people.add(action, Involvement.PILOT, stranger));
        assertNotVisible(() -> axes.add(town.plan(), null, "x"));
        assertNotVisible(() -> plans.share(town.plan(), Audience.ofSpace(town.space())));
        assertNotVisible(() -> plans.submit(new PlanId(java.util.UUID.randomUUID())));
        assertThat(pages.placesToAdd(50)).extracting(PlanPages.Place::plan).doesNotContain(town.plan());

        world.as(town.coordinator(), () -> plans.share(town.plan(),
                Audience.ofSpace(town.space()).with(new AudienceScope.Public(), Level.READ)));
        world.asAnonymous();
        assertThat(pages.page(town.plan()).actions()).isEmpty();
        assertThatExceptionOfType(SignInNeeded.class).isThrownBy(() -> plans.submit(town.plan()));
    }

    private static void assertRefused(Operation operation, Runnable act) {
        assertThatExceptionOfType(Refused.class).isThrownBy(act::run)
                .satisfies(refused -> assertThat(refused.operation()).isEqualTo(operation));
    }

    private static void assertNotVisible(Runnable act) {
        assertThatExceptionOfType(NotVisible.class).isThrownBy(act::run);
    }

    @Test
    void anActionStartsWithTheAudienceOfItsPlanButIsNotPublishedByAnyone() {
        plans.share(town.plan(), Audience.ofSpace(town.space()).with(new AudienceScope.Public(), Level.READ));
        ActionId published = planWorld.action(town.plan(), "Publiée");
        assertThat(actionPages.sheet(published).audience().isPublic()).isTrue();
        world.as(town.editor());
        ActionId kept = planWorld.action(town.plan(), "Gardée");
        assertThat(actionPages.sheet(kept).audience()).isEqualTo(Audience.ofSpace(town.space()));
    }

    @Test
    void subActionsFollowTheAudienceOfTheirActionUnlessTheyHaveTheirOwn() {
        ActionId action = planWorld.action(town.plan(), "Bâtiment relais");
        ActionId follows = actions.createUnder(action, "Toiture");
        ActionId apart = actions.createUnder(action, "Enquête auprès des élus");
        actions.share(apart, Audience.none().with(new AudienceScope.Space(town.space()), Level.COMMENT, Profile.ELECTED));
        actions.share(action, Audience.none().with(new AudienceScope.Space(town.space()), Level.COMMENT,
                Profile.BUSINESS));

        assertThat(listings.audienceOf(follows.value())).isEqualTo(listings.audienceOf(action.value()));
        assertThat(listings.audienceOf(apart.value())).isNotEqualTo(listings.audienceOf(action.value()));
        world.as(town.reader());
        assertThat(policy.may(Operation.VIEW, Subject.item(follows.value()))).isFalse();
    }

    @Test
    void aPracticeTakenUpKeepsItsLink() {
        // Any visible item will do: this module does not know what a practice is.
        ActionId stands = planWorld.action(town.plan(), "tient lieu de pratique");
        ActionId taken = actions.takeUp(stands.value(), "Porter l’immobilier", "Racheter, **louer**.", town.plan(),
                null);
        ActionSheet sheet = actionPages.sheet(taken);
        assertThat(sheet.origin()).isEqualTo(stands.value());
        assertThat(sheet.own().value(ActionField.DESCRIPTION)).isEqualTo("Racheter, **louer**.");
        assertThatExceptionOfType(NotVisible.class).isThrownBy(
                () -> actions.takeUp(java.util.UUID.randomUUID(), "x", "", town.plan(), null));
        assertThat(pages.page(town.plan()).actions()).hasSize(2);
    }

    @Test
    void whatOnePilotsAndIsDueComesUp() {
        ActionId action = planWorld.action(town.plan(), "Bientôt");
        actions.set(action, ActionField.END, 0, LocalDate.now().plusDays(5));
        people.add(action, Involvement.PILOT, town.editor());
        world.as(town.editor());
        assertThat(attention.pointsFor(town.editor(), 10)).singleElement()
                .satisfies(point -> assertThat(point.path()).isEqualTo("fiches/" + action.value()));
        actions.set(action, ActionField.STATUS, 0, ActionStatus.DONE);
        assertThat(attention.pointsFor(town.editor(), 10)).isEmpty();
    }
}
