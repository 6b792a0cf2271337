package fr.maillage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.securityContext;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.maillage.access.Audience;
import fr.maillage.access.AudienceScope;
import fr.maillage.access.ItemRef;
import fr.maillage.access.Level;
import fr.maillage.access.Profile;
import fr.maillage.access.Role;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Theme;
import fr.maillage.discussion.DiscussionService;
import fr.maillage.discussion.Follows;
import fr.maillage.file.Attachment;
import fr.maillage.file.Attachments;
import fr.maillage.opportunity.Details;
import fr.maillage.opportunity.Direction;
import fr.maillage.opportunity.InterestService;
import fr.maillage.opportunity.OpportunityContent;
import fr.maillage.opportunity.OpportunityId;
import fr.maillage.opportunity.OpportunityKind;
import fr.maillage.opportunity.OpportunityService;
import fr.maillage.plan.ActionField;
import fr.maillage.plan.ActionField.Part;
import fr.maillage.plan.ActionId;
import fr.maillage.plan.ActionService;
import fr.maillage.plan.ActionTexts;
import fr.maillage.plan.AxisService;
import fr.maillage.plan.FieldRef;
import fr.maillage.plan.PlanDraft;
import fr.maillage.plan.PlanId;
import fr.maillage.plan.PlanService;
import fr.maillage.plan.PlanType;
import fr.maillage.practice.Lineage;
import fr.maillage.practice.PracticeDraft;
import fr.maillage.practice.PracticeId;
import fr.maillage.practice.PracticeSection;
import fr.maillage.practice.PracticeService;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/**
 * A word planted in everything that somebody may not see is looked for in every route the application has, with every
 * parameter its addresses know, for people who may not see it: it is in nothing that is sent to them, and a page looks
 * the same whether the thing exists or not, counts included.
 */
@IntegrationTest
class LeakTest {


    @Autowired
    WebApplicationContext web;
    @Autowired
    Screens screens;
    @Autowired
    TestWorld world;
    @Autowired
    PracticeService practices;
    @Autowired
    Lineage lineage;
    @Autowired
    OpportunityService opportunities;
    @Autowired
    InterestService interests;
    @Autowired
    PlanService plans;
    @Autowired
    AxisService axes;
    @Autowired
    ActionService actions;
    @Autowired
    ActionTexts texts;
    @Autowired
    DiscussionService discussions;
    @Autowired
    Follows follows;
    @Autowired
    Attachments attachments;

    /** Stands in whatever is planted; is never looked for by its readers. */
    final String marker = "Fuite" + UUID.randomUUID().toString().substring(0, 8);
    /** Stands beside the marker, and is what the curious search for. */
    final String bait = "appat" + UUID.randomUUID().toString().substring(0, 8).replaceAll("[^a-z]", "x");
    final String words = marker + " " + bait;

    SpaceId vitre;
    PersonId maud;
    PersonId ivan;
    PersonId lorient;
    PersonId vendome;
    PersonId firmOfVitre;
    final List<UUID> planted = new ArrayList<>();
    @Nullable Attachment file;

    @BeforeEach
    void people() {
        vitre = world.territory(Addresses.VITRE);
        maud = member("Maud Lanoë", vitre, Profile.ELECTED, Role.COORDINATOR);
        ivan = member("Ivan Delmotte", vitre, Profile.STAFF, Role.EDITOR);
        lorient = member("Yann Le Goff", world.territory(Addresses.LORIENT), Profile.BUSINESS, Role.CONTRIBUTOR);
        vendome = member("Clara Besnard", world.territory(Addresses.VENDOME), Profile.STAFF, Role.COORDINATOR);
        firmOfVitre = member("Solène Brisard", vitre, Profile.BUSINESS, Role.READER);
    }

    @AfterEach
    void close() {
        screens.close();
        SecurityContextHolder.clearContext();
    }

    private PersonId member(String name, SpaceId space, Profile profile, Role role) {
        PersonId person = world.person(name);
        world.member(person, space, profile, role);
        return person;
    }

    /** Elected officials and staff of Vitré: not its businesses, nobody from elsewhere. */
    private Audience reserved() {
        return Audience.none().with(new AudienceScope.Space(vitre), Level.COMMENT, Profile.ELECTED, Profile.STAFF);
    }

    private Audience everybody() {
        return Audience.ofSpace(vitre).with(new AudienceScope.Network(), Level.COMMENT)
                .with(new AudienceScope.Public(), Level.READ);
    }

    // --- what is planted -----------------------------------------------------------------------------------------

    private record Seeds(PracticeId practice, OpportunityId opportunity, PlanId plan, ActionId action) {

        List<ItemRef> refs() {
            return List.of(practice.ref(), opportunity.ref(), new ItemRef(PlanService.KIND, plan.value()),
                    new ItemRef(ActionService.KIND, action.value()));
        }
    }

    private Seeds plant(Audience audience) {
        world.as(maud);
        PracticeId practice = practices.tell(vitre, story(), audience);
        PracticeId shelved = practices.tell(vitre, story(), audience);
        practices.archive(shelved);
        OpportunityId opportunity = opportunities.post(OpportunityId.next(), vitre, null, new OpportunityContent(
                Direction.OFFER, OpportunityKind.SKILLS, "Offre " + words, words, words, Details.none(),
                Set.of(Theme.LAND_PREMISES), LocalDate.now().plusDays(3)), audience);
        PlanId plan = plans.create(vitre, new PlanDraft("Plan " + words, PlanType.TERRITORY_PROJECT,
                LocalDate.now().minusYears(1), LocalDate.now().plusYears(1), words), audience);
        ActionId action = actions.create(plan, axes.add(plan, null, "Axe " + words), "Fiche " + words);
        for (ActionField<String> field : List.of(ActionField.DESCRIPTION, ActionField.OBJECTIVES, ActionField.MEANS,
                ActionField.RESULTS, ActionField.RISKS, ActionField.BLOCKING_CAUSE, ActionField.SITE,
                ActionField.TARGETS, ActionField.LEAD_SERVICE, ActionField.GOVERNANCE)) {
            actions.set(action, field, 0, words);
        }
        actions.set(action, ActionField.END, 0, LocalDate.now().plusDays(2));
        actions.set(new FieldRef<>(action, actions.addLine(action, Part.FUNDING), ActionField.FUNDER), 0, words);
        actions.set(new FieldRef<>(action, actions.addLine(action, Part.STEP), ActionField.STEP_TITLE), 0, words);
        UUID text = texts.open(action, ActionField.DESCRIPTION).value();
        ActionId below = actions.createUnder(action, "Sous-action " + words);
        lineage.takeUp(practice, plan.value());
        file = attachments.add(practice.ref(), marker + ".txt",
                new ByteArrayInputStream(words.getBytes(StandardCharsets.UTF_8)));
        Seeds seeds = new Seeds(practice, opportunity, plan, action);
        world.as(ivan);
        interests.express(opportunity, words);
        seeds.refs().forEach(ref -> discussions.open(ref, "Commentaire " + words));
        planted.addAll(List.of(practice.value(), shelved.value(), opportunity.value(), plan.value(), action.value(),
                below.value(), maud.value(), file.id(), text));
        return seeds;
    }

    private PracticeDraft story() {
        return new PracticeDraft("Pratique " + words, words, 2024, Set.of(Theme.LAND_PREMISES),
                Arrays.stream(PracticeSection.values()).collect(Collectors.toMap(part -> part, part -> words)));
    }

    // --- where it is looked for ----------------------------------------------------------------------------------

    private void open(@Nullable PersonId person) {
        screens.close();
        if (person == null) {
            world.asAnonymous();
        } else {
            world.as(person);
        }
        screens.open();
    }

    private Map<String, String> walk(@Nullable PersonId person, List<UUID> ids, String searched) {
        open(person);
        Map<String, String> seen = new LinkedHashMap<>();
        for (String address : Addresses.of(ids, vitre, maud, searched)) {
            screens.go(address);
            seen.put(address, screens.everything());
        }
        return seen;
    }

    private void isNowhere(String who, @Nullable PersonId person) throws Exception {
        Map<String, String> seen = walk(person, planted, bait);
        assertThat(seen).hasSizeGreaterThan(150);
        List<String> leaks = seen.entrySet().stream().filter(page -> page.getValue().contains(marker))
                .map(Map.Entry::getKey).toList();
        assertThat(leaks).as("pages that show it to " + who).isEmpty();
        MockHttpServletResponse answer = MockMvcBuilders.webAppContextSetup(web).apply(springSecurity()).build()
                .perform(get("/fichiers/" + file.id()).servletPath("/fichiers/" + file.id())
                        .with(securityContext(SecurityContextHolder.getContext()))).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getContentAsString() + answer.getHeaderNames().stream().map(answer::getHeader).toList())
                .doesNotContain(marker);
    }

    // --- the tests -----------------------------------------------------------------------------------------------

    @Test
    void whoeverMaySeeItFindsItSoThatTheWalkProvesSomething() {
        plant(reserved());
        Map<String, String> seen = walk(ivan, planted, bait);
        List<String> found = seen.entrySet().stream().filter(page -> page.getValue().contains(marker))
                .map(Map.Entry::getKey).toList();
        assertThat(found).contains("accueil", "activite", "opportunites?q=" + bait, "pratiques?q=" + bait,
                "plans?contenu=fiches", "territoires/" + Addresses.VITRE + "?onglet=pratiques",
                "territoires/" + Addresses.VITRE + "?onglet=activite", "opportunites?vue=tableau");
        assertThat(found).hasSizeGreaterThan(30);
    }

    @Test
    void nothingReservedIsShownToAnybodyElse() throws Exception {
        plant(reserved());
        isNowhere("nobody in particular", null);
        isNowhere("a company of Lorient", lorient);
        isNowhere("an agent of Vendôme", vendome);
        isNowhere("a company of Vitré itself", firmOfVitre);
    }

    @Test
    void whatWasSeenFollowedAndWrittenToIsGoneOnceItIsReserved() throws Exception {
        Seeds seeds = plant(everybody());
        for (PersonId person : List.of(lorient, vendome, firmOfVitre)) {
            world.as(person);
            seeds.refs().forEach(ref -> {
                follows.set(ref, Follows.State.FOLLOWING);
                discussions.open(ref, "Bonjour");
            });
            interests.express(seeds.opportunity(), "Intéressés");
            lineage.interested(seeds.practice(), true);
        }
        world.as(ivan);
        seeds.refs().forEach(ref -> discussions.open(ref, "Réponse " + words));
        world.as(maud);
        practices.share(seeds.practice(), reserved());
        opportunities.share(seeds.opportunity(), reserved());
        actions.share(seeds.action(), reserved());
        plans.share(seeds.plan(), reserved());
        screens.close();
        for (PersonId person : List.of(lorient, vendome, firmOfVitre)) {
            open(person);
            for (String address : List.of("accueil", "activite", "opportunites", "pratiques?q=" + bait, "plans",
                    "plans?contenu=fiches&q=" + bait, "compte", "opportunites/" + seeds.opportunity().value(),
                    "pratiques/" + seeds.practice().value(), "plans/" + seeds.plan().value(),
                    "fiches/" + seeds.action().value())) {
                screens.go(address);
                for (String secret : List.of("Réponse " + marker, "Offre " + marker, "Fiche " + marker,
                        "Plan " + marker)) {
                    assertThat(screens.everything()).as(address).doesNotContain(secret);
                }
            }
        }
    }

    @Test
    void aPageLooksTheSameWhetherTheThingExistsOrNotCountsIncluded() {
        List<UUID> strangers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            strangers.add(UUID.randomUUID());
        }
        Map<String, Map<String, String>> before = new LinkedHashMap<>();
        before.put("nobody", walk(null, strangers, bait));
        before.put("Lorient", walk(lorient, strangers, bait));
        before.put("Vendôme", walk(vendome, strangers, bait));
        before.put("Vitré", walk(firmOfVitre, strangers, bait));
        plant(reserved());
        Map<String, @Nullable PersonId> people = new LinkedHashMap<>();
        people.put("nobody", null);
        people.put("Lorient", lorient);
        people.put("Vendôme", vendome);
        people.put("Vitré", firmOfVitre);
        List<String> different = new ArrayList<>();
        people.forEach((who, person) -> {
            Map<String, String> after = walk(person, strangers, bait);
            before.get(who).forEach((address, page) -> {
                if (!plain(page).equals(plain(after.get(address)))) {
                    different.add(who + " " + address + ": " + firstDifference(plain(page), plain(after.get(address))));
                }
            });
        });
        assertThat(different).isEmpty();
    }

    /** Without what changes by itself: identifiers of elements, ages, tokens. */
    private static String plain(String page) {
        return page.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27,}", "#").replaceAll("(?i)-?[0-9]+-(label|helper|error)", "#")
                .replaceAll("il y a [^\\n]*|à l’instant|[0-9]{2} h [0-9]{2}", "#")
                .replaceAll("lit\\$[0-9]+|[a-z]+-[0-9]+", "#");
    }

    private static String firstDifference(String a, String b) {
        int at = 0;
        while (at < Math.min(a.length(), b.length()) && a.charAt(at) == b.charAt(at)) {
            at++;
        }
        int from = Math.max(0, at - 60);
        return a.substring(from, Math.min(a.length(), at + 60)) + " <> " + b.substring(from, Math.min(b.length(), at + 60));
    }
}
