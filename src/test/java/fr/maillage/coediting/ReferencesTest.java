package fr.maillage.coediting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.maillage.IntegrationTest;
import fr.maillage.Screens;
import fr.maillage.TestWorld;
import fr.maillage.access.Attention;
import fr.maillage.access.Audience;
import fr.maillage.access.AudienceScope;
import fr.maillage.access.ItemRef;
import fr.maillage.access.Level;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Refused;
import fr.maillage.access.Role;
import fr.maillage.base.PersonId;
import fr.maillage.coediting.References.Shown;
import fr.maillage.coediting.References.State;
import fr.maillage.coediting.RichText.Element;
import fr.maillage.coediting.RichText.Node;
import fr.maillage.coediting.RichText.Text;
import fr.maillage.plan.ActionField;
import fr.maillage.plan.ActionId;
import fr.maillage.plan.ActionService;
import fr.maillage.plan.ActionTexts;
import fr.maillage.plan.PlanWorld;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** References from texts: what each reader is told of them, by whatever way, and who is told of being named. */
@IntegrationTest
class ReferencesTest {

    @Autowired TestWorld world;
    @Autowired PlanWorld planWorld;
    @Autowired Screens screens;
    @Autowired ActionService actions;
    @Autowired ActionTexts texts;
    @Autowired LiveTexts liveTexts;
    @Autowired Rooms rooms;
    @Autowired TextHistory history;
    @Autowired References references;
    @Autowired List<Attention> attention;
    @Autowired JdbcClient jdbc;

    private final String marker = "Zx" + UUID.randomUUID().toString().substring(0, 8);
    private PlanWorld.Town town;
    private ActionId action;
    private LiveTextRef description;
    private LiveTextId text;
    private ActionId secret;
    private PersonId outsider;

    @BeforeEach
    void aTextOfAnActionThatEverybodyOfTheTownReads() {
        town = planWorld.town();
        action = planWorld.action(town.plan(), "Bâtiment relais");
        description = new LiveTextRef(new ItemRef(ActionService.KIND, action.value()), "description");
        text = texts.open(action, ActionField.DESCRIPTION);
        secret = planWorld.action(town.plan(), "Rachat confidentiel " + marker);
        actions.share(secret, Audience.none().withPerson(town.coordinator(), Level.EDIT));
        outsider = planWorld.town().coordinator();
        jdbc.sql("update person set name = :name where id = :id").param("name", "Personne " + marker)
                .param("id", outsider.value()).update();
        world.as(town.coordinator());
    }

    @AfterEach
    void close() {
        screens.close();
        world.asAnonymous();
    }

    private static Reference to(ActionId action) {
        return new Reference("action", action.value());
    }

    private static Reference to(PersonId person) {
        return new Reference(Reference.PERSON, person.value());
    }

    private void write(Reference... named) {
        List<Node> line = new ArrayList<>(List.of(new Text("Voir ")));
        for (Reference reference : named) {
            line.add(reference.toNode());
            line.add(new Text(" puis "));
        }
        liveTexts.replace(description, new RichText(List.of(new Element("paragraph", line.toArray(Node[]::new)))));
        rooms.settle(text);
    }

    private State state(Reference reference) {
        return references.shown(List.of(reference)).get(reference).state();
    }

    @Test
    void whoMayNotSeeWhatATextRefersToFindsItsNameNowhere() {
        write(to(secret), to(outsider), to(town.reader()));
        history.keep(description, "Avec des renvois");
        write(to(secret));
        assertThat(references.in(liveTexts.read(description)).get(to(secret)).label()).contains(marker);
        assertThat(jdbc.sql("select plain from live_text where id = :id").param("id", text.value()).query(String.class).single())
                .isEqualTo("Voir #… puis");
        assertThat(jdbc.sql("select description from action where id = :id").param("id", action.value())
                .query(String.class).single()).isEqualTo("Voir #… puis");
        for (PersonId person : List.of(town.editor(), town.reader())) {
            world.as(person);
            assertThat(references.shown(List.of(to(secret), to(outsider)))).as("asked by hand")
                    .containsExactly(java.util.Map.entry(to(secret), Shown.reserved(to(secret))),
                            java.util.Map.entry(to(outsider), Shown.reserved(to(outsider))));
            screens.open();
            for (String address : List.of("fiches/" + action.value(), "textes/" + text.value() + "/historique",
                    "textes/" + text.value() + "/historique?vue=auteurs", "plans?contenu=fiches&q=" + marker,
                    "plans/" + town.plan().value(), "accueil", "activite")) {
                screens.go(address);
                assertThat(screens.everything()).as(address).doesNotContain("confidentiel " + marker, "Personne " + marker);
            }
            screens.close();
        }
        world.as(town.editor());
        screens.open();
        screens.go("textes/" + text.value() + "/historique");
        assertThat(screens.everything()).as("what is compared says that something is there").contains("référence réservée");
        assertThat(references.items(description, marker)).isEmpty();
        assertThat(references.people(description, marker)).isEmpty();
        screens.close();
        world.asAnonymous();
        assertThat(state(to(town.reader()))).isEqualTo(State.RESERVED);
        assertThat(state(to(action))).isEqualTo(State.RESERVED);
    }

    @Test
    void aVisitorReadsWhatIsPublicAndNoNames() {
        ActionId open = planWorld.action(town.plan(), "Fiche ouverte " + marker);
        Audience everybody = Audience.ofSpace(town.space()).with(new AudienceScope.Public(), Level.READ);
        actions.share(open, everybody);
        write(to(open), to(secret), to(town.editor()));
        actions.share(action, everybody);
        world.asAnonymous();
        screens.open();
        screens.go("fiches/" + action.value());
        assertThat(screens.everything()).contains("Fiche ouverte " + marker, "référence réservée", "nom réservé")
                .doesNotContain("confidentiel " + marker, "Ivan Delmotte");
    }

    @Test
    void whatNeverWasIsToldLikeWhatIsReserved() {
        world.as(town.editor());
        Reference nothing = new Reference("action", UUID.randomUUID());
        Shown never = references.shown(List.of(nothing)).get(nothing);
        assertThat(references.shown(List.of(to(secret))).get(to(secret)))
                .isEqualTo(new Shown(to(secret), never.state(), never.icon(), never.label(), never.path()));
        assertThat(state(new Reference("plan", action.value()))).as("of another kind").isEqualTo(State.RESERVED);
        assertThat(state(new Reference("inconnu", action.value()))).isEqualTo(State.RESERVED);
    }

    @Test
    void whatWasPutAwayIsSaidToBe() {
        ActionId old = planWorld.action(town.plan(), "Ancienne halle");
        actions.archive(old);
        world.as(town.reader());
        assertThat(references.shown(List.of(to(old))).get(to(old))).satisfies(shown -> {
            assertThat(shown.state()).isEqualTo(State.PUT_AWAY);
            assertThat(shown.label()).isEqualTo("Ancienne halle");
        });
    }

    @Test
    void whoWritesFindsPeopleByNameAndItemsByTheWordsOfTheirTitles() {
        ActionId halle = planWorld.action(town.plan(), "Rénover la halle " + marker);
        world.as(town.editor());
        assertThat(references.people(description, "roz")).extracting(found -> found.shown().label())
                .containsExactly("Rozenn Talmont");
        assertThat(references.items(description, "renov halle " + marker)).extracting(found -> found.shown().reference())
                .containsExactly(to(halle));
        assertThat(references.items(description, "")).as("what moved last").extracting(found -> found.shown().reference())
                .contains(to(halle)).doesNotContain(to(action), to(secret));
        world.as(town.reader());
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> references.items(description, "halle"));
        world.as(outsider);
        assertThatExceptionOfType(NotVisible.class).isThrownBy(() -> references.people(description, "roz"));
    }

    @Test
    void manyReferencesCostNoMoreQuestionsThanAFew() {
        List<Reference> many = new ArrayList<>(List.of(to(action), to(town.reader())));
        IntStream.range(0, 40).forEach(i -> many.addAll(List.of(to(planWorld.action(town.plan(), "Fiche " + i)),
                to(planWorld.member(town.space(), "Membre " + i, Role.READER)))));
        world.as(town.editor());
        references.shown(many.subList(0, 2));
        long few = screens.reads(() -> references.shown(many.subList(0, 2)));
        assertThat(screens.reads(() -> assertThat(references.shown(many).values()).noneMatch(
                shown -> shown.state() == State.RESERVED))).isLessThanOrEqualTo(few);
    }

    private List<String> told(PersonId person) {
        return world.as(person, () -> attention.stream().flatMap(one -> one.pointsFor(person, 20).stream())
                .filter(point -> point.title().key().equals("discussion.attention.naming"))
                .map(point -> point.path()).toList());
    }

    @Test
    void whoeverIsNamedIsToldOnceAndOnlyIfTheySeeTheItem() {
        write(to(town.editor()), to(town.coordinator()), to(outsider));
        assertThat(told(town.editor())).containsExactly("fiches/" + action.value());
        assertThat(told(town.coordinator())).as("named themselves").isEmpty();
        assertThat(told(outsider)).as("does not see it").isEmpty();
        assertThat(jdbc.sql("select person from text_mention where item = :item").param("item", action.value())
                .query(UUID.class).list()).containsExactly(town.editor().value());
        write(to(town.reader()));
        assertThat(told(town.editor())).as("taken out again").isEmpty();
        assertThat(told(town.reader())).hasSize(1);
        write(to(town.reader()), to(town.editor()));
        world.as(town.reader());
        screens.open();
        screens.go("fiches/" + action.value());
        screens.close();
        assertThat(told(town.reader())).as("was there since").isEmpty();
        world.as(town.coordinator());
        write(to(town.editor()));
        write(to(town.reader()), to(town.editor()));
        assertThat(told(town.reader())).as("once for each text").isEmpty();
    }
}
