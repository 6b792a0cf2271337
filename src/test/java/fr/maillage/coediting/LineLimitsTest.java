package fr.maillage.coediting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

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
import fr.maillage.coediting.yjs.SharedDocument;
import fr.maillage.coediting.yjs.XmlNode;
import fr.maillage.member.ColorChoice;
import fr.maillage.member.PersonPrincipal;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is sent away from a text and why, and what is kept of it while time passes. */
@IntegrationTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "vaadin.productionMode=true")
@Timeout(300)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LineLimitsTest {

    private static final ItemKind NOTE = new ItemKind(250, "note");
    private static final AtomicLong CLIENTS = new AtomicLong(500_000);
    private static final int MOST_CONNECTIONS = 60;

    @Autowired TestWorld world;
    @Autowired Listings listings;
    @Autowired LiveTexts texts;
    @Autowired TextStore store;
    @Autowired Rooms rooms;
    @Autowired Keeping keeping;
    @Autowired TextHistory history;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    @Autowired Today today;
    @LocalServerPort int port;

    private final List<Page> pages = new ArrayList<>();
    private SpaceId space;
    private PersonId maud;
    private PersonId yann;
    private LiveTextRef ref;
    private LiveTextId text;

    @BeforeEach
    void aNoteOfMaud() {
        space = world.territory();
        maud = member("Maud", Role.EDITOR);
        yann = member("Yann", Role.EDITOR);
        ref = new LiveTextRef(new ItemRef(NOTE, Ids.next()), "text");
        text = world.as(maud, () -> transaction.execute(status -> {
            listings.open(ref.item(), space, maud, Audience.ofSpace(space), new Listings.Facts(0, 0, Set.of(), null));
            return texts.create(ref, RichText.ofPlainText("Compte rendu"));
        }));
    }

    @AfterEach
    void closePages() {
        pages.forEach(Page::close);
    }

    private PersonId member(String name, Role role) {
        PersonId person = world.person(name);
        world.member(person, space, Profile.ELECTED, role);
        return person;
    }

    private String cookie(PersonId person) throws Exception {
        return Page.cookie(port, person);
    }

    private Page open(String cookie, int schema) {
        Page page = Page.open(port, text, cookie, CLIENTS.incrementAndGet(), schema);
        pages.add(page);
        return page;
    }

    private static int closed(Page page) throws Exception {
        return page.whenClosed();
    }

    private static void type(Page page, int at, String words) {
        page.edit(edit -> edit.insertText("essai", at, words));
    }

    private String committed() {
        return SharedDocument.of(store.load(text).updates()).read().text("essai");
    }

    @Test
    void aPageOfAnOlderFormatIsToldToLoadAnewAsSoonAsANewerOneWrites() throws Exception {
        PersonId rachel = member("Rachel", Role.READER);
        Page old = open(cookie(maud), 2).whenSynced();
        open(cookie(rachel), 4).whenSynced();
        assertThat(old.closed).as("who only reads changes no format").isNotDone();
        Page newer = open(cookie(yann), 3).whenSynced();
        assertThat(closed(old)).isEqualTo(4409);
        assertThat(closed(open(cookie(maud), 2))).isEqualTo(4409);
        assertThat(open(cookie(maud), 3).whenSynced().content().plainText()).isEqualTo("Compte rendu");
        assertThat(newer.closed).isNotDone();
    }

    @Test
    void aNumberThatNoPageHasLocksNobodyOut() throws Exception {
        assertThat(closed(open(cookie(yann), Integer.MAX_VALUE))).isEqualTo(4409);
        assertThat(closed(open(cookie(yann), Rooms.NEWEST_FORMAT + 1))).isEqualTo(4409);
        assertThat(open(cookie(maud), Rooms.NEWEST_FORMAT).whenSynced().closed).isNotDone();
        assertThat(Files.readString(Path.of("frontend/live-text/room.ts")))
                .contains("const SCHEMA = '" + Rooms.NEWEST_FORMAT + "';");
    }

    @Test
    void theSixtyFirstWindowOfOnePersonIsRefusedAndNobodyElse() throws Exception {
        String cookie = cookie(maud);
        for (int window = 0; window < MOST_CONNECTIONS; window++) {
            open(cookie, 0).whenSynced();
        }
        assertThat(closed(open(cookie, 0))).isEqualTo(4429);
        open(cookie(yann), 0).whenSynced();
        pages.getFirst().close();
        await().until(() -> {
            Page again = open(cookie, 0);
            return !Integer.valueOf(4429).equals(
                    CompletableFuture.anyOf(again.synced, again.closed).get(Page.PATIENCE_SECONDS, TimeUnit.SECONDS));
        });
    }

    @Test
    void whatWaitsForADatabaseThatIsAwayHasAnEndAndWhatWasNotTakenStaysWithItsWriter() throws Exception {
        Page one = open(cookie(maud), 0).whenSynced();
        Page other = open(cookie(yann), 0).whenSynced();
        String pages = "x".repeat(2_900_000);
        int sent = 0;
        jdbc.sql("rename table collab_update to collab_update_away").update();
        try {
            type(one, 0, "a");
            // The first is on its way to the database, which does not take it: what follows waits behind it.
            while (!one.closed.isDone() && !other.closed.isDone() && sent < 6) {
                type(sent % 2 == 0 ? one : other, 0, pages);
                sent++;
                Thread.sleep(1_000);
            }
            assertThat(CompletableFuture.anyOf(one.closed, other.closed).get(Page.PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .isEqualTo(1013);
            assertThat(one.closed.isDone() && other.closed.isDone()).as("only one is sent away").isFalse();
        } finally {
            jdbc.sql("rename table collab_update_away to collab_update").update();
        }
        await().until(() -> committed().length() >= 1 + 2 * pages.length());
        assertThat(committed().length()).as("what was refused").isLessThan(1 + sent * pages.length());
        Page back = open(cookie(yann), 0).whenSynced();
        assertThat(back.text()).isEqualTo(committed());
    }

    @Test
    void whoSendsTooFastIsReadMoreSlowlyAndLosesNothing() throws Exception {
        Page page = open(cookie(maud), 0).whenSynced();
        String pages = "y".repeat(2_900_000);
        long begun = System.nanoTime();
        for (int i = 0; i < 3; i++) {
            type(page, 0, pages);
        }
        await().until(() -> page.durable == 1 + 3);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofSeconds(2));
        assertThat(committed()).hasSize(3 * pages.length());
        assertThat(page.closed).isNotDone();
    }

    @Test
    void aWebSocketOpensOnlyFromAPageOfOurs() throws Exception {
        String cookie = cookie(maud);
        for (String origin : List.of("https://ailleurs.example", "http://127.0.0.1:" + (port + 1), "null",
                "http://127.0.0.1:" + port + ".ailleurs.example")) {
            assertThatThrownBy(() -> Page.openFrom(origin, port, text, cookie, 1, 0)).as(origin)
                    .isInstanceOf(CompletionException.class).cause().isInstanceOfSatisfying(WebSocketHandshakeException.class,
                            refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(403));
        }
        open(cookie, 0).whenSynced();
    }

    private List<LiveTextVersion> versions() {
        return world.as(maud, () -> history.versions(ref, null));
    }

    private void tidyAt(Instant when) {
        Room room = rooms.room(store.find(text).orElseThrow());
        Today.at(when, () -> keeping.tidy(List.of(room), gone -> { }));
    }

    /** Somebody changes the text at this time, and pauses long enough for its words to be derived. */
    private void write(String words, Instant when) {
        world.as(maud, () -> texts.replace(ref, RichText.ofPlainText(words)));
        Room room = rooms.room(store.find(text).orElseThrow());
        Today.at(when, () -> keeping.settle(room));
    }

    @Test
    void aVersionIsKeptWhenNobodyWroteForThreeMinutes() throws Exception {
        open(cookie(yann), 0).whenSynced();
        Instant now = today.now();
        write("Un", now);
        tidyAt(now.plus(Keeping.QUIET));
        assertThat(versions()).isEmpty();
        tidyAt(now.plus(Keeping.QUIET).plusSeconds(1));
        assertThat(versions()).singleElement().satisfies(version ->
                assertThat(world.as(maud, () -> history.read(ref, version.id())).plainText()).isEqualTo("Un"));
        tidyAt(now.plus(Duration.ofHours(5)));
        assertThat(versions()).as("nothing changed since").hasSize(1);
    }

    @Test
    void aVersionIsKeptEveryTwentyMinutesWhereSomebodyAlwaysWrites() throws Exception {
        open(cookie(yann), 0).whenSynced();
        Instant begun = today.now();
        for (int minute = 0; minute <= 45; minute++) {
            write("Minute " + minute, begun.plus(Duration.ofMinutes(minute)));
            tidyAt(begun.plus(Duration.ofMinutes(minute)).plusSeconds(30));
        }
        List<LiveTextVersion> kept = versions().reversed();
        assertThat(kept).extracting(version -> Duration.between(begun, version.at()).toMinutes()).containsExactly(20L, 41L);
        assertThat(kept).extracting(version -> world.as(maud, () -> history.read(ref, version.id())).plainText())
                .containsExactly("Minute 20", "Minute 41");
    }

    private List<String> authored() {
        List<String> pieces = new ArrayList<>();
        world.as(maud, () -> history.written(ref)).content().forEach(node -> collect(node, pieces));
        return pieces;
    }

    private static void collect(RichText.Node node, List<String> pieces) {
        switch (node) {
            case RichText.Text words -> pieces.add(words.text() + " " + words.marks());
            case RichText.Element element -> element.content().forEach(part -> collect(part, pieces));
        }
    }

    @Test
    void aLongLogGoesIntoTheStateAndWordsWritersAndVersionsAreWhatTheyWere() throws Exception {
        Page one = open(cookie(maud), 0).whenSynced();
        Page other = open(cookie(yann), 0).whenSynced();
        world.as(yann, () -> texts.replace(ref, RichText.ofPlainText("Compte rendu\nDeux personnes")));
        LiveTextVersion before = world.as(maud, () -> history.keep(ref, "Avant"));
        world.as(maud, () -> texts.replace(ref, RichText.ofPlainText("Compte rendu de mars\nDeux personnes")));
        Room room = rooms.room(store.find(text).orElseThrow());
        for (int i = 0; room.rows() <= 500; i++) {
            Page page = i % 2 == 0 ? one : other;
            long due = page.durable + 1;
            type(page, 0, i % 2 == 0 ? "m" : "y");
            await().pollInterval(Duration.ofMillis(1)).until(() -> page.durable >= due);
        }
        String words = committed();
        List<String> authored = authored();
        assertThat(String.join("", authored)).contains(maud.value().toString(), yann.value().toString());

        tidyAt(today.now().plusSeconds(60));

        // The application tidies by itself too, and may be at it.
        await().until(() -> store.load(text).rows() == 0 && room.rows() == 0);
        assertThat(committed()).isEqualTo(words).hasSizeGreaterThan(490);
        assertThat(authored()).isEqualTo(authored);
        assertThat(world.as(maud, () -> history.read(ref, before.id())).plainText())
                .isEqualTo("Compte rendu\nDeux personnes");
        type(one, 0, "encore ");
        await().until(() -> other.text().startsWith("encore "));
        world.as(maud, () -> history.restore(ref, before.id()));
        await().until(() -> other.content().plainText().equals("Compte rendu\nDeux personnes"));
        assertThat(SharedDocument.of(store.load(text).updates()).read().xml(Trees.ROOT)).extracting(XmlNode::toString)
                .isNotEmpty();
        assertThat(committed()).isEqualTo("encore " + words);
    }

    /** A room nobody looks after but the test, with something to derive and a log that is too long. */
    private Room alone(LiveTextId id) {
        Room room = new Room(id, ref, store, dirty -> { });
        room.tailed(new SharedDocument().edit(CLIENTS.incrementAndGet(), edit -> edit.insertText("essai", 0, "a")));
        for (int row = 0; row < 500; row++) {
            room.tailed(new byte[2]);
        }
        return room;
    }

    @Test
    void aTextForWhichSomethingFailsStopsNoOther() {
        Room missing = alone(LiveTextId.next());
        Room good = alone(text);
        await().until(() -> good.isDueForDeriving(TimeUnit.SECONDS.toNanos(2)));
        keeping.derive(List.of(missing, good));
        assertThat(good.isDueForDeriving(0)).isFalse();
        assertThat(missing.isDueForDeriving(0)).as("is tried again").isTrue();
        keeping.tidy(List.of(missing, good), gone -> { });
        assertThat(good.rows()).isZero();
        Rooms.guarded(() -> {
            throw new AssertionError("does not end what is done again and again");
        }).run();
    }

    @Test
    void whoWroteIsNamedThoughDerivingFailedOnce() throws Exception {
        Room room = new Room(text, ref, store, dirty -> { });
        room.edit(yann, edit -> edit.insertText("essai", 0, "a"));
        room.committed(room.gather());
        jdbc.sql("alter table live_text add constraint refused check (changed_by <> '" + yann.value() + "')").update();
        try {
            assertThatThrownBy(() -> keeping.settle(room)).hasMessageContaining("refused");
        } finally {
            jdbc.sql("alter table live_text drop constraint refused").update();
        }
        keeping.settle(room);
        assertThat(world.as(maud, () -> history.keep(ref, "Après")).people()).containsExactly(yann);
    }

    /**
     * Texts that were opened, read, and rest: their documents are let go after half a minute in which nothing happens.
     * First of all, so that nothing large is let go meanwhile.
     */
    @Test
    @Order(1)
    void aTextThatIsOpenAndQuietTakesLessThanAKilobyte() {
        int many = 5_000;
        PersonPrincipal who = new PersonPrincipal(maud.value(), "maud@exemple.fr", "Maud", "fr", ColorChoice.AUTO, false, 0,
                Instant.EPOCH);
        Map<LiveTextId, Room> open = new ConcurrentHashMap<>(many * 2);
        for (int i = 0; i < many; i++) {
            // A room of its own for each, with what a text has of its own; what they hold is the same text.
            LiveTextRef own = new LiveTextRef(new ItemRef(NOTE, Ids.next()), new String("text".toCharArray()));
            Room room = new Room(new LiveTextId(text.value()), own, store, dirty -> { });
            room.enter(new Connection(who, true, 0, new Nowhere()));
            room.rest(-1);
            assertThat(room.isDecoded()).isFalse();
            open.put(LiveTextId.next(), room);
        }
        long read = used();
        open.values().forEach(room -> List.copyOf(room.connections).forEach(room::leave));
        long quiet = used();
        // The rest of the application comes and goes meanwhile: let go of in five parts, of which three in the middle count.
        int part = many / 5;
        List<Long> each = new ArrayList<>();
        for (long before = quiet; !open.isEmpty();) {
            List.copyOf(open.keySet()).stream().limit(part).forEach(open::remove);
            long now = used();
            each.add((before - now) / part);
            before = now;
        }
        long one = (long) each.stream().mapToLong(Long::longValue).sorted().skip(1).limit(3).average().orElseThrow();
        System.out.printf("Heap for each of %d quiet live texts: %d bytes; with a reader each: %d bytes%n", many, one,
                one + (read - quiet) / many);
        assertThat(one).as("of %s", each).isBetween(100L, 1024L);
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

    private static long used() {
        long before = Long.MAX_VALUE;
        for (int i = 0; i < 20; i++) {
            System.gc();
            long now = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
            if (Math.abs(now - before) < 20_000) {
                return now;
            }
            before = now;
        }
        return before;
    }
}
