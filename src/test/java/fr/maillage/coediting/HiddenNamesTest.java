package fr.maillage.coediting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.maillage.IntegrationTest;
import fr.maillage.TestWorld;
import fr.maillage.access.Audience;
import fr.maillage.access.ItemKind;
import fr.maillage.access.ItemRef;
import fr.maillage.access.Listings;
import fr.maillage.access.Profile;
import fr.maillage.access.Role;
import fr.maillage.alliance.AllianceDraft;
import fr.maillage.alliance.AllianceService;
import fr.maillage.alliance.Charter;
import fr.maillage.alliance.Side;
import fr.maillage.base.Ids;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** A charter that hides businesses from one another does so among those who are in a text, too. */
@IntegrationTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "vaadin.productionMode=true")
@Timeout(300)
class HiddenNamesTest {

    private static final ItemKind NOTE = new ItemKind(250, "note");

    @Autowired TestWorld world;
    @Autowired Listings listings;
    @Autowired LiveTexts texts;
    @Autowired AllianceService alliances;
    @Autowired TransactionTemplate transaction;
    @LocalServerPort int port;

    private final List<Page> pages = new ArrayList<>();

    @AfterEach
    void closePages() {
        pages.forEach(Page::close);
    }

    private Page open(PersonId person, LiveTextId text, long client) throws Exception {
        Page page = Page.open(port, text, Page.cookie(port, person), client);
        pages.add(page);
        return page.whenSynced();
    }

    @Test
    void whoIsInATextIsNamedToThoseWhoMayKnowThem() throws Exception {
        SpaceId vitré = world.territory();
        SpaceId valence = world.territory();
        PersonId maud = world.person("Maud Lanoë");
        PersonId paul = world.person("Paul Ferrand");
        world.member(maud, vitré, Profile.ELECTED, Role.COORDINATOR);
        world.member(paul, valence, Profile.ELECTED, Role.COORDINATOR);
        String name = "Discrète " + UUID.randomUUID();
        SpaceId alliance = world.as(maud, () -> alliances.create(new AllianceDraft(name, name, "", "", 2020, ""),
                Charter.of("Charte", Map.of(Profile.ELECTED, Role.EDITOR, Profile.BUSINESS, Role.CONTRIBUTOR), true,
                        Charter.DefaultAudience.ALLIANCE, true), vitré));
        UUID proposal = world.as(maud, () -> alliances.propose(alliance, valence, Side.ALLIANCE));
        world.as(paul, () -> alliances.accept(proposal));
        PersonId solène = world.person("Solène Brisard");
        world.member(solène, vitré, Profile.BUSINESS, Role.CONTRIBUTOR);
        PersonId rival = world.person("Rivale de Valence");
        world.member(rival, valence, Profile.BUSINESS, Role.CONTRIBUTOR);
        LiveTextRef ref = new LiveTextRef(new ItemRef(NOTE, Ids.next()), "text");
        LiveTextId text = world.as(maud, () -> transaction.execute(status -> {
            listings.open(ref.item(), vitré, maud, Audience.ofSpace(alliance), new Listings.Facts(0, 0, Set.of(), null));
            return texts.create(ref, RichText.ofPlainText("Compte rendu"));
        }));

        Page first = open(rival, text, 7101);
        first.here("{\"user\":{\"name\":\"n’importe qui\"}}");
        await().until(() -> first.awareness.containsKey(first.client));
        Page second = open(solène, text, 7102);
        Page third = open(maud, text, 7103);
        await().until(() -> second.awareness.containsKey(first.client) && third.awareness.containsKey(first.client));
        first.here("{\"cursor\":{\"anchor\":1}}", 2);
        await().until(() -> second.awareness.get(first.client).contains("anchor")
                && third.awareness.get(first.client).contains("anchor"));
        assertThat(third.awareness.get(first.client)).contains("\"name\":\"Rivale de Valence\"");
        assertThat(second.awareness.get(first.client)).contains("\"hue\":", rival.value().toString()).doesNotContain("name", "Rivale");
    }
}
