package fr.maillage.shell;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.IntegrationTest;
import fr.maillage.Screens;
import fr.maillage.TestWorld;
import fr.maillage.access.AccessChanged;
import fr.maillage.access.Audience;
import fr.maillage.access.AudienceScope;
import fr.maillage.access.Level;
import fr.maillage.access.Profile;
import fr.maillage.access.Role;
import fr.maillage.alliance.AllianceDraft;
import fr.maillage.alliance.AllianceService;
import fr.maillage.alliance.Alliances;
import fr.maillage.alliance.Charter;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Theme;
import fr.maillage.base.Today;
import fr.maillage.discussion.CommentId;
import fr.maillage.discussion.DiscussionService;
import fr.maillage.opportunity.InterestService;
import fr.maillage.opportunity.OpportunityId;
import fr.maillage.opportunity.OpportunityMother;
import fr.maillage.opportunity.OpportunityService;
import fr.maillage.plan.ActionId;
import fr.maillage.plan.ActionPeople;
import fr.maillage.plan.ActionService;
import fr.maillage.plan.AxisId;
import fr.maillage.plan.AxisService;
import fr.maillage.plan.Involvement;
import fr.maillage.plan.PlanId;
import fr.maillage.plan.PlanService;
import fr.maillage.plan.PlanWorld;
import fr.maillage.practice.PracticeDraft;
import fr.maillage.practice.PracticeId;
import fr.maillage.practice.PracticeSection;
import fr.maillage.practice.PracticeService;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** What the ten main screens ask of the database, opened in a new window by somebody signed in. */
@IntegrationTest
class StatementsPerScreenTest {

    /** Of a real territory that no other test uses. */
    private static final String SIREN = "200000545";

    private static final int MOST = 42;
    private static final int OPENINGS = 4;

    @Autowired
    private Screens screens;
    @Autowired
    private TestWorld world;
    @Autowired
    private OpportunityService opportunities;
    @Autowired
    private InterestService interests;
    @Autowired
    private PracticeService practices;
    @Autowired
    private PlanService plans;
    @Autowired
    private AxisService axes;
    @Autowired
    private ActionService actions;
    @Autowired
    private ActionPeople people;
    @Autowired
    private DiscussionService discussions;
    @Autowired
    private AllianceService allianceService;
    @Autowired
    private Alliances alliances;
    @Autowired
    private Today today;
    @Autowired
    private ApplicationEventPublisher events;

    private SpaceId space;
    private SpaceId alliance;
    private PersonId maud;
    private PersonId ivan;
    private OpportunityId opportunity;
    private PracticeId practice;
    private PlanId plan;
    private ActionId action;

    @BeforeEach
    void aTerritoryAndItsAlliance() {
        space = world.territory(SIREN);
        maud = world.person("Maud Lanoë");
        ivan = world.person("Ivan Delmotte");
        world.member(maud, space, Profile.STAFF, Role.COORDINATOR);
        world.member(ivan, space, Profile.STAFF, Role.EDITOR);
        world.as(maud);
        String name = "Réseau " + UUID.randomUUID().toString().substring(0, 8);
        alliance = allianceService.create(new AllianceDraft(name, name, "", "réseau", 2020, ""),
                Charter.usual("La charte."), space);
        opportunity = opportunity(0);
        practice = practice(0);
        plan = plan(0);
        action = action(plan, axes.add(plan, null, "Former"), 0);
    }

    @AfterEach
    void close() {
        screens.close();
        world.asAnonymous();
    }

    private Audience everybody() {
        return Audience.ofSpace(space).with(new AudienceScope.Space(alliance), Level.COMMENT);
    }

    private OpportunityId opportunity(int n) {
        OpportunityId id = OpportunityMother.post(opportunities, space,
                OpportunityMother.workshop("Atelier " + n, today.date().plusDays(n + 5L)), everybody());
        world.as(ivan, () -> {
            interests.express(id, "Cela nous intéresse.");
        });
        return id;
    }

    private PracticeId practice(int n) {
        return practices.tell(space, new PracticeDraft("Pratique " + n, "En bref.", 2024,
                Set.of(Theme.LAND_PREMISES), Map.of(PracticeSection.DONE, "Ce qui a été fait.")), everybody());
    }

    private PlanId plan(int n) {
        return plans.create(space, PlanWorld.draft("Plan " + n), everybody());
    }

    private ActionId action(PlanId in, AxisId axis, int n) {
        ActionId id = actions.create(in, axis, "Action " + n);
        people.add(id, Involvement.PILOT, n % 2 == 0 ? maud : ivan);
        actions.createUnder(id, "Étape " + n);
        return id;
    }

    /** Everything that stands beside the first of each kind, so many times. */
    private void more(int count) {
        for (int n = 1; n <= count; n++) {
            opportunity(n);
            practice(n);
            PlanId another = plan(n);
            action(another, axes.add(another, null, "Axe"), n);
            action(plan, axes.add(plan, null, "Axe " + n), n);
            CommentId said = world.as(ivan, () -> discussions.open(opportunity.ref(), "Bonjour"));
            discussions.answer(said, "Bonjour à vous");
            PersonId other = world.person("Membre " + n);
            world.member(other, space, Profile.BUSINESS, Role.CONTRIBUTOR);
            world.as(other, () -> {
                interests.express(opportunity, "Nous aussi.");
            });
        }
    }

    private Map<String, Long> counts() {
        Map<String, String> addresses = new LinkedHashMap<>();
        addresses.put("home", "accueil");
        addresses.put("opportunities", "opportunites");
        addresses.put("opportunity", "opportunites/" + opportunity.value());
        addresses.put("practices", "pratiques");
        addresses.put("practice", "pratiques/" + practice.value());
        addresses.put("plans", "plans");
        addresses.put("plan", "plans/" + plan.value());
        addresses.put("action", "fiches/" + action.value());
        addresses.put("territory", "territoires/" + SIREN);
        addresses.put("alliance", "alliances/" + alliances.find(alliance).orElseThrow().slug());
        Map<String, Long> counts = new LinkedHashMap<>();
        addresses.forEach((screen, address) -> {
            open(address);
            // The server counts for everybody: what runs beside (live texts, what waits) adds to some openings, not to all.
            counts.put(screen, LongStream.generate(() -> open(address)).limit(OPENINGS).min().orElseThrow());
        });
        return counts;
    }

    /** Rights are worked out anew each time; names of spaces and numbers of scopes are remembered, as they are in life. */
    private long open(String address) {
        // A window opens on the landing page; it is the way from there to the screen that counts, frame included.
        screens.open();
        events.publishEvent(new AccessChanged());
        long statements = screens.statements(() -> screens.go(address));
        screens.close();
        return statements;
    }

    @Test
    void aScreenAsksTheDatabaseAsOftenForTenTimesTheRowsAsForFew() {
        more(2);
        Map<String, Long> few = counts();
        more(27);
        Map<String, Long> many = counts();

        System.out.println("Statements per screen, with few rows and with ten times as many:");
        few.forEach((screen, count) -> System.out.printf("%-14s %3d %3d%n", screen, count, many.get(screen)));
        few.forEach((screen, count) -> assertThat(many.get(screen)).as(screen).isLessThanOrEqualTo(count)
                .isBetween(1L, (long) MOST));
    }
}
