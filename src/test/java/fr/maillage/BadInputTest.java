package fr.maillage;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinService;
import fr.maillage.access.Audience;
import fr.maillage.access.Profile;
import fr.maillage.member.OrganizationKind;
import fr.maillage.access.Role;
import fr.maillage.alliance.AllianceDraft;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Theme;
import fr.maillage.discussion.DiscussionService;
import fr.maillage.member.AccountService;
import fr.maillage.opportunity.Details;
import fr.maillage.opportunity.Direction;
import fr.maillage.opportunity.InterestService;
import fr.maillage.opportunity.OpportunityContent;
import fr.maillage.opportunity.OpportunityId;
import fr.maillage.opportunity.OpportunityKind;
import fr.maillage.opportunity.OpportunityMother;
import fr.maillage.opportunity.OpportunityService;
import fr.maillage.plan.ActionField;
import fr.maillage.plan.ActionField.Part;
import fr.maillage.plan.ActionId;
import fr.maillage.plan.ActionPages;
import fr.maillage.plan.ActionService;
import fr.maillage.plan.AxisService;
import fr.maillage.plan.FieldRef;
import fr.maillage.plan.PlanDraft;
import fr.maillage.plan.PlanFilter;
import fr.maillage.plan.PlanId;
import fr.maillage.plan.PlanPages;
import fr.maillage.plan.PlanService;
import fr.maillage.plan.PlanType;
import fr.maillage.practice.PracticeMother;
import fr.maillage.practice.PracticeService;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

/** What people may type that cannot be taken, across features; the table is in docs/testing.md. */
@IntegrationTest
class BadInputTest {

    private static final String HUGE = "é".repeat(5 * 1024 * 1024);
    private static final String NASTY = "<script>alert(1)</script><img src=x onerror=alert(2)>[x](javascript:alert(3))";

    @Autowired
    Screens screens;
    @Autowired
    TestWorld world;
    @Autowired
    PlanService plans;
    @Autowired
    PlanPages planPages;
    @Autowired
    AxisService axes;
    @Autowired
    ActionService actions;
    @Autowired
    ActionPages actionPages;
    @Autowired
    OpportunityService opportunities;
    @Autowired
    InterestService interests;
    @Autowired
    DiscussionService discussions;
    @Autowired
    PracticeService practices;
    @Autowired
    AccountService accounts;

    SpaceId space;
    PersonId maud;
    PersonId ivan;

    @BeforeEach
    void aTerritory() {
        space = world.territory();
        maud = world.person("Maud Lanoë");
        world.member(maud, space, Profile.ELECTED, Role.COORDINATOR);
        ivan = world.person("Ivan Delmotte");
        world.member(ivan, space, Profile.STAFF, Role.EDITOR);
        world.as(maud);
    }

    @AfterEach
    void close() {
        screens.close();
        SecurityContextHolder.clearContext();
    }

    private static PlanDraft plan(String title, String summary) {
        return new PlanDraft(title, PlanType.TERRITORY_PROJECT, null, null, summary);
    }

    private static OpportunityContent opportunity(String title, String summary, String body) {
        return new OpportunityContent(Direction.OFFER, OpportunityKind.SKILLS, title, summary, body, Details.none(),
                Set.of(Theme.LAND_PREMISES), null);
    }

    private static void refused(String field, ThrowingCallable act) {
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(act).satisfies(why -> {
            assertThat(why.field()).isEqualTo(field);
            assertThat(why.messageKey()).isEqualTo("base.tooLong");
        });
    }

    @Test
    void tenMegabytesOfTextAreRefusedAtTheirFieldEverywhere() {
        PlanId plan = plans.create(space, plan("Plan", ""), Audience.ofSpace(space));
        ActionId action = actions.create(plan, null, "Fiche");
        OpportunityId offer = OpportunityMother.post(opportunities, space, opportunity("Offre", "Courte.", ""),
                Audience.ofSpace(space));
        refused("title", () -> plans.create(space, plan(HUGE, ""), Audience.ofSpace(space)));
        refused("summary", () -> plans.create(space, plan("Plan", HUGE), Audience.ofSpace(space)));
        for (ActionField<String> field : List.of(ActionField.TITLE, ActionField.DESCRIPTION, ActionField.OBJECTIVES,
                ActionField.MEANS, ActionField.RESULTS, ActionField.RISKS, ActionField.BLOCKING_CAUSE, ActionField.SITE,
                ActionField.TARGETS, ActionField.LEAD_SERVICE, ActionField.GOVERNANCE)) {
            refused(field.name(), () -> actions.set(action, field, 0, HUGE));
        }
        refused("body", () -> opportunities.post(OpportunityId.next(), space, null,
                opportunity("Offre", "Courte.", HUGE), Audience.ofSpace(space)));
        refused("text", () -> discussions.open(offer.ref(), HUGE));
        refused("description", () -> new AllianceDraft("Nom", "Nom", "", "", 2020, HUGE));
        refused("name", () -> accounts.present(HUGE, ""));
        world.as(ivan);
        refused("message", () -> interests.express(offer, HUGE));
        assertThat(actionPages.sheet(action).own().value(ActionField.DESCRIPTION)).isEmpty();
    }

    @Test
    void scriptsInEveryFieldOfEveryKindAreShownAsWords() {
        PlanId plan = plans.create(space, plan(NASTY, NASTY), Audience.ofSpace(space));
        ActionId action = actions.create(plan, axes.add(plan, null, NASTY), NASTY);
        for (ActionField<String> field : List.of(ActionField.DESCRIPTION, ActionField.OBJECTIVES, ActionField.MEANS,
                ActionField.RESULTS, ActionField.RISKS, ActionField.BLOCKING_CAUSE, ActionField.SITE,
                ActionField.TARGETS, ActionField.LEAD_SERVICE, ActionField.GOVERNANCE)) {
            actions.set(action, field, 0, NASTY);
        }
        UUID funding = actions.addLine(action, Part.FUNDING);
        actions.set(new FieldRef<>(action, funding, ActionField.FUNDER), 0, NASTY);
        UUID step = actions.addLine(action, Part.STEP);
        actions.set(new FieldRef<>(action, step, ActionField.STEP_TITLE), 0, NASTY);
        OpportunityId offer = opportunities.post(OpportunityId.next(), space, null, opportunity(NASTY, NASTY, NASTY),
                Audience.ofSpace(space));
        discussions.open(offer.ref(), NASTY);
        accounts.present("Maud <b>Lanoë</b>", NASTY);
        practices.tell(space, PracticeMother.draft(NASTY), Audience.ofSpace(space));
        world.as(ivan);
        interests.express(offer, NASTY);
        screens.open();
        for (String address : List.of("plans", "plans/" + plan.value(), "plans/" + plan.value() + "?vue=statuts",
                "fiches/" + action.value(), "opportunites", "opportunites?vue=tableau",
                "opportunites/" + offer.value(), "pratiques", "accueil", "activite", "personnes/" + maud.value())) {
            screens.go(address);
            assertThat(screens.markup()).as(address).allSatisfy(html -> assertThat(html)
                    .doesNotContain("<script", "<img", "<b>Lanoë", "href=\"javascript", "onerror=alert(2)>"));
        }
    }

    @Test
    void aDayThatIsNoneIsNotKeptAsNoDay() {
        screens.open();
        screens.go("plans");
        _click(_get(Button.class, spec -> spec.withText("Nouveau plan")));
        Dialog dialog = _get(Dialog.class);
        _setValue(_get(dialog, TextField.class, spec -> spec.withLabel("Titre")), "Plan daté");
        choose(dialog);
        DatePicker end = _find(dialog, DatePicker.class).getLast();
        // What a browser says of 31/02/2027: there is something, and it is no day.
        end.setInvalid(true);
        _click(_get(dialog, Button.class, spec -> spec.withText("Créer le plan")));
        assertThat(dialog.isOpened()).isTrue();
        assertThat(planPages.list(PlanFilter.all().owners(Set.of(space)), null).plans()).isEmpty();
        end.setInvalid(false);
        _setValue(_find(dialog, DatePicker.class).getFirst(), java.time.LocalDate.of(2027, 5, 1));
        _setValue(end, java.time.LocalDate.of(2027, 4, 1));
        _click(_get(dialog, Button.class, spec -> spec.withText("Créer le plan")));
        assertThat(end.isInvalid()).isTrue();
        assertThat(end.getErrorMessage()).isEqualTo("La fin vient avant le début.");
        _setValue(end, java.time.LocalDate.of(2028, 4, 1));
        Button create = _get(dialog, Button.class, spec -> spec.withText("Créer le plan"));
        create.click();
        create.click();
        assertThat(planPages.list(PlanFilter.all().owners(Set.of(space)), null).plans()).hasSize(1);
    }

    @SuppressWarnings("unchecked")
    private static void choose(Component dialog) {
        ((Select<PlanType>) _get(dialog, Select.class)).setValue(PlanType.TERRITORY_PROJECT);
    }

    @Test
    void amountsAreReadWithTheirThousandsApartAndRefusedAtTheirCell() {
        PlanId plan = plans.create(space, plan("Plan", ""), Audience.ofSpace(space));
        ActionId action = actions.create(plan, null, "Fiche");
        UUID line = actions.addLine(action, Part.BUDGET);
        FieldRef<BigDecimal> planned = new FieldRef<>(action, line, ActionField.BUDGET_PLANNED);
        actions.set(planned, 0, new BigDecimal("480000"));
        screens.open();
        screens.go("fiches/" + action.value());
        TextField cell = _get(TextField.class, spec -> spec.withValue("480\u00A0000"));
        _setValue(cell, "1 250 000,50 €");
        assertThat(cell.getValue()).isEqualTo("1\u00A0250\u00A0000,5");
        assertThat(kept(action, line)).isEqualByComparingTo("1250000.50");
        _setValue(cell, "-5");
        assertThat(cell.isInvalid()).isTrue();
        assertThat(cell.getErrorMessage()).isEqualTo("Un nombre ne peut pas être négatif ici.");
        _setValue(cell, "beaucoup");
        assertThat(cell.isInvalid()).isTrue();
        assertThat(cell.getErrorMessage()).contains("ne se lit pas");
        assertThat(kept(action, line)).isEqualByComparingTo("1250000.50");
    }

    private BigDecimal kept(ActionId action, UUID line) {
        return actionPages.sheet(action).lines(Part.BUDGET).get(line).value(ActionField.BUDGET_PLANNED);
    }

    @Test
    @SuppressWarnings("unchecked")
    void aSirenThatIsNoneIsToldAtItsField() {
        PersonId stranger = world.person("Solène Brisard");
        world.as(stranger);
        screens.open();
        screens.go("demander/" + space.value());
        ComboBox<Object> organization = _get(ComboBox.class, spec -> spec.withLabel("Pour quelle organisation"));
        com.vaadin.flow.component.ComponentUtil.fireEvent(organization,
                new com.vaadin.flow.component.combobox.ComboBoxBase.CustomValueSetEvent<>(organization, true,
                        "Usinage de l’Ouest"));
        Select<Profile> profile = _get(Select.class, spec -> spec.withLabel("Vous êtes"));
        Select<OrganizationKind> kind = _get(Select.class, spec -> spec.withLabel("Nature"));
        assertThat(profile.getValue()).as("nobody is taken for a company").isNull();
        _click(_get(Button.class, spec -> spec.withText("Envoyer la demande")));
        assertThat(profile.getErrorMessage()).isEqualTo("Dites à quel titre vous demandez à entrer.");
        profile.setValue(Profile.BUSINESS);
        _click(_get(Button.class, spec -> spec.withText("Envoyer la demande")));
        assertThat(kind.getErrorMessage()).isEqualTo("Dites ce qu’est cette organisation.");
        kind.setValue(OrganizationKind.COMPANY);
        TextField siren = _get(TextField.class, spec -> spec.withLabel("SIREN"));
        for (String wrong : List.of("", "123456789", "12 34", "<script>", "73282932O")) {
            _setValue(siren, wrong);
            _click(_get(Button.class, spec -> spec.withText("Envoyer la demande")));
            assertThat(siren.isInvalid()).as(wrong).isTrue();
            assertThat(siren.getErrorMessage()).as(wrong).isNotBlank();
        }
        _setValue(siren, "732 829 320");
        _click(_get(Button.class, spec -> spec.withText("Envoyer la demande")));
        assertThat(_find(TextField.class, spec -> spec.withLabel("SIREN"))).isEmpty();
    }

    @Test
    void aPageWhoseSessionEndedLoadsItselfAgainAndAFaultOfThePageIsSaid() {
        screens.open();
        VaadinService service = VaadinService.getCurrent();
        // A request whose cookie is gone is answered before any service is current.
        VaadinService.setCurrent(null);
        var inFrench = service.getSystemMessages(Locale.FRENCH, null);
        var inEnglish = service.getSystemMessages(Locale.ENGLISH, null);
        VaadinService.setCurrent(service);

        assertThat(inFrench.isSessionExpiredNotificationEnabled()).isFalse();
        assertThat(inFrench.isCookiesDisabledNotificationEnabled()).isFalse();
        assertThat(inFrench.getInternalErrorCaption()).isEqualTo("La page s’est arrêtée");
        assertThat(inEnglish.getInternalErrorCaption()).isEqualTo("The page has stopped");
    }

    @Test
    void theArchivedActionsOfAPlanAreListed() {
        PlanId plan = plans.create(space, plan("Plan", ""), Audience.ofSpace(space));
        ActionId action = actions.create(plan, null, "Fiche rangée");
        actions.archive(action);
        assertThat(planPages.archivedActions(plan)).singleElement()
                .satisfies(line -> assertThat(line.title()).isEqualTo("Fiche rangée"));
        world.as(world.person("Inconnue"));
        assertThatExceptionOfType(fr.maillage.access.NotVisible.class)
                .isThrownBy(() -> planPages.archivedActions(plan));
    }

    @Test
    void formsKeepWhatIsTypedInTheBrowserOfWhoeverTypes() {
        PlanId plan = plans.create(space, plan("Plan", ""), Audience.ofSpace(space));
        screens.open();
        screens.go("opportunites/nouvelle?espace=" + space.value());
        assertThat(kept()).contains("title", "summary", "body", "deadline");
        screens.go("pratiques/nouvelle?espace=" + space.value());
        assertThat(kept()).contains("title", "summary", "year", "context", "done", "sources");
        screens.go("plans");
        _click(_get(Button.class, spec -> spec.withText("Nouveau plan")));
        assertThat(kept()).contains("title", "type", "start", "end", "summary");
        screens.go("plans/" + plan.value());
        _click(_find(Button.class, spec -> spec.withText("Nouvelle fiche")).getFirst());
        assertThat(kept()).contains("title");
    }

    private static List<String> kept() {
        return _find(Component.class).stream().map(field -> field.getElement().getAttribute("data-draft"))
                .filter(name -> name != null).toList();
    }
}
