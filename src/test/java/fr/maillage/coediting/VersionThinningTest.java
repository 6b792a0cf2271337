package fr.maillage.coediting;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.IntegrationTest;
import fr.maillage.TestWorld;
import fr.maillage.access.Audience;
import fr.maillage.access.ItemKind;
import fr.maillage.access.ItemRef;
import fr.maillage.access.Listings;
import fr.maillage.access.Profile;
import fr.maillage.access.Role;
import fr.maillage.base.Ids;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What stays of the history of a text as it grows old. */
@IntegrationTest
class VersionThinningTest {

    private static final ItemKind NOTE = new ItemKind(250, "note");
    /** Ten o’clock, so that two hours later is the same day. */
    private static final Instant LONG_AGO = Instant.parse("2026-03-10T10:00:00Z");

    @Autowired TestWorld world;
    @Autowired Listings listings;
    @Autowired LiveTexts texts;
    @Autowired TextHistory history;
    @Autowired Rooms rooms;
    @Autowired TextStore store;
    @Autowired VersionStore versions;
    @Autowired TransactionTemplate transaction;

    private PersonId maud;
    private PersonId yann;
    private LiveTextRef ref;
    private LiveTextId text;

    @BeforeEach
    void aNoteOfMaud() {
        SpaceId space = world.territory();
        maud = world.person("Maud");
        yann = world.person("Yann");
        world.member(maud, space, Profile.ELECTED, Role.EDITOR);
        world.member(yann, space, Profile.ELECTED, Role.EDITOR);
        ref = new LiveTextRef(new ItemRef(NOTE, Ids.next()), "text");
        text = world.as(maud, () -> transaction.execute(status -> {
            listings.open(ref.item(), space, maud, Audience.ofSpace(space), new Listings.Facts(0, 0, Set.of(), null));
            return texts.create(ref, RichText.ofPlainText(""));
        }));
    }

    private void write(PersonId who, String words, Instant at) {
        world.as(who, () -> texts.replace(ref, RichText.ofPlainText(words)));
        rooms.settle(text);
        Today.at(at, () -> versions.keepQuietly(text, at));
    }

    private List<String> kept() {
        return world.as(maud, () -> history.versions(ref, null).reversed().stream()
                .map(version -> history.read(ref, version.id()).plainText()).toList());
    }

    @Test
    void forThirtyDaysEverythingIsKeptAndThenTheLastOfEachDay() {
        write(maud, "lundi matin", LONG_AGO);
        write(yann, "lundi midi", LONG_AGO.plus(Duration.ofHours(2)));
        write(maud, "lundi soir", LONG_AGO.plus(Duration.ofHours(8)));
        write(maud, "mardi", LONG_AGO.plus(Duration.ofDays(1)));
        write(maud, "un mois après", LONG_AGO.plus(Duration.ofDays(30)));
        assertThat(kept()).containsExactly("lundi matin", "lundi midi", "lundi soir", "mardi", "un mois après");

        write(maud, "plus tard", LONG_AGO.plus(Duration.ofDays(31).plusHours(1)));

        assertThat(kept()).containsExactly("lundi soir", "mardi", "un mois après", "plus tard");
        assertThat(world.as(maud, () -> history.versions(ref, null)).getLast().writers())
                .as("who wrote in those that went").containsExactlyInAnyOrder(maud, yann);
    }

    @Test
    void whatSomebodyNamedOrBroughtBackIsKeptForEver() {
        write(maud, "premier jet", LONG_AGO);
        write(maud, "deuxième jet", LONG_AGO.plusSeconds(3600));
        UUID first = world.as(maud, () -> history.versions(ref, null)).getLast().id();
        Today.at(LONG_AGO.plusSeconds(7200), () -> world.as(maud, () -> history.keep(ref, "Présenté au conseil")));
        Today.at(LONG_AGO.plusSeconds(7300), () -> world.as(maud, () -> history.restore(ref, first)));
        write(maud, "le soir", LONG_AGO.plusSeconds(9000));

        write(maud, "un an après", LONG_AGO.plus(Duration.ofDays(365)));

        assertThat(kept()).containsExactly("premier jet", "deuxième jet", "premier jet", "le soir", "un an après");
        assertThat(world.as(maud, () -> history.versions(ref, null))).extracting(LiveTextVersion::label)
                .containsOnlyOnce("Présenté au conseil");
    }
}
