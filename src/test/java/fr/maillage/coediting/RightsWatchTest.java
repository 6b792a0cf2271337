package fr.maillage.coediting;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.IntegrationTest;
import fr.maillage.TestWorld;
import fr.maillage.access.Audience;
import fr.maillage.access.ItemKind;
import fr.maillage.access.ItemRef;
import fr.maillage.access.Level;
import fr.maillage.access.Listings;
import fr.maillage.access.Profile;
import fr.maillage.access.Role;
import fr.maillage.base.Ids;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import fr.maillage.coediting.Connection.Right;
import fr.maillage.member.ColorChoice;
import fr.maillage.member.PersonPrincipal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A line that is being opened while something else happens. */
@IntegrationTest
@Timeout(60)
class RightsWatchTest {

    private static final ItemKind NOTE = new ItemKind(250, "note");

    @Autowired TestWorld world;
    @Autowired Listings listings;
    @Autowired LiveTexts texts;
    @Autowired TextStore store;
    @Autowired Rooms rooms;
    @Autowired Rights rights;
    @Autowired Sessions sessions;
    @Autowired Today today;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;

    private PersonId maud;
    private PersonId reader;
    private LiveTextRef ref;
    private LiveTextId text;

    @BeforeEach
    void aNoteOfMaud() {
        SpaceId space = world.territory();
        maud = world.person("Maud");
        world.member(maud, space, Profile.ELECTED, Role.EDITOR);
        reader = world.person("Rachel");
        world.member(reader, space, Profile.ELECTED, Role.READER);
        ref = new LiveTextRef(new ItemRef(NOTE, Ids.next()), "text");
        text = world.as(maud, () -> transaction.execute(status -> {
            listings.open(ref.item(), space, maud, Audience.ofSpace(space), new Listings.Facts(0, 0, Set.of(), null));
            return texts.create(ref, RichText.ofPlainText("Compte rendu"));
        }));
    }

    private Connection line(PersonId person, Connection.Outlet outlet) {
        return new Connection(new PersonPrincipal(person.value(), "essai@exemple.fr", "Essai", "fr", ColorChoice.AUTO, false, 0,
                Instant.now()), true, 0, outlet);
    }

    @Test
    void aRightThatEndsWhileALineIsBeingOpenedEndsTheLineTheNextTimeAnybodyLooks() {
        RightsWatch watch = new RightsWatch(jdbc, rights, sessions, today);
        Room room = new Room(text, ref, store, dirty -> { });
        Connection stays = line(maud, new Nowhere());
        Connection late = line(reader, new Nowhere());
        stays.rightIs(rights.of(stays.viewer, ref));
        room.enter(stays);
        late.rightIs(rights.of(late.viewer, ref));
        assertThat(late.right()).isEqualTo(Right.READ);
        world.as(maud, () -> transaction.executeWithoutResult(status ->
                listings.share(ref.item().id(), Audience.none().withPerson(maud, Level.EDIT))));
        watch.look(List.of(room), 1);
        room.enter(late);
        watch.look(List.of(room), 1);
        assertThat(late.isOpen()).isFalse();
        assertThat(late.right()).isEqualTo(Right.NONE);
        assertThat(stays.isOpen()).isTrue();
    }

    @Test
    void aLineThatBreaksWhileItIsBeingLetInIsInNoRoom() {
        Breaking outlet = new Breaking();
        Visit visit = new Visit(rooms, line(maud, outlet));
        outlet.visit = visit;
        visit.begin(text.value());
        assertThat(outlet.ended.getCount()).as("it was in the room when it broke").isZero();
        assertThat(rooms.room(store.find(text).orElseThrow()).connections).isEmpty();
    }

    /** A line that fails at the first message; what carries it tells its end before anything else happens. */
    private static final class Breaking implements Connection.Outlet {

        private final CountDownLatch ended = new CountDownLatch(1);
        private @Nullable Visit visit;

        @Override
        public void send(byte[] message, Consumer<@Nullable Throwable> done) {
            done.accept(new IllegalStateException("broken"));
            try {
                ended.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close(CloseCode code) {
            if (visit != null) {
                visit.end();
            }
            ended.countDown();
        }
    }

    /** A line that takes everything and leads nowhere. */
    private static final class Nowhere implements Connection.Outlet {

        @Override
        public void send(byte[] message, Consumer<@Nullable Throwable> done) {
            done.accept(null);
        }

        @Override
        public void close(CloseCode code) {
            // Nobody is there.
        }
    }
}
