package fr.maillage.coediting.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import fr.maillage.IntegrationTest;
import fr.maillage.Screens;
import fr.maillage.TestWorld;
import fr.maillage.access.Role;
import fr.maillage.base.PersonId;
import fr.maillage.plan.ActionField;
import fr.maillage.plan.ActionId;
import fr.maillage.plan.ActionTexts;
import fr.maillage.plan.PlanWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the home page says of texts that a browser holds unsaved words for. */
@IntegrationTest
class WaitingWordsTest {

    @Autowired
    private TestWorld world;
    @Autowired
    private PlanWorld planWorld;
    @Autowired
    private Screens screens;
    @Autowired
    private ActionTexts texts;
    @Autowired
    private LiveTextComponents live;

    @AfterEach
    void close() {
        screens.close();
        world.asAnonymous();
    }

    private WaitingWords found(PersonId person, String ids) {
        world.as(person);
        screens.open();
        WaitingWords waiting = live.waiting(person);
        UI.getCurrent().add(waiting);
        waiting.found(ids, "");
        return waiting;
    }

    @Test
    void aTextIsNamedForWhoMaySeeItAndTellsNothingToOthersWhateverABrowserHolds() {
        PlanWorld.Town town = planWorld.town();
        ActionId action = planWorld.action(town.plan(), "Bâtiment relais");
        String text = texts.open(action, ActionField.DESCRIPTION).value().toString();
        WaitingWords waiting = found(town.editor(), text + " 00000000-0000-0000-0000-000000000001 ../admin nonsense " + text);
        assertThat(waiting.getElement().getTextRecursively()).contains("Bâtiment relais", "Description");
        assertThat(_find(waiting, Anchor.class)).singleElement()
                .satisfies(link -> assertThat(link.getHref()).isEqualTo("/fiches/" + action.value()));
        assertThat(waiting.getElement().getTextRecursively()).contains("enregistrés");
        waiting.found("", text);
        assertThat(waiting.getElement().getTextRecursively()).as("no promise").contains("restés hors de").doesNotContain("enregistrés");
        waiting.found("", "");
        assertThat(_find(waiting, Anchor.class)).as("saved meanwhile").isEmpty();
        screens.close();

        PersonId reader = planWorld.member(town.space(), "Rachel Lemoine", Role.READER);
        assertThat(found(reader, text).getElement().getTextRecursively()).as("whose right to write ended")
                .contains("restés hors de").doesNotContain("enregistrés");
        screens.close();

        PersonId stranger = planWorld.member(planWorld.town().space(), "Yann Le Goff", Role.CONTRIBUTOR);
        assertThat(found(stranger, text).getElement().getTextRecursively()).isEmpty();
    }
}
