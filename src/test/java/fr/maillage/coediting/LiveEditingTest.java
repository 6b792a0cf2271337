package fr.maillage.coediting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.maillage.IntegrationTest;
import fr.maillage.TestWorld;
import fr.maillage.access.Audience;
import fr.maillage.access.AudienceScope;
import fr.maillage.access.ItemKind;
import fr.maillage.access.ItemRef;
import fr.maillage.access.Level;
import fr.maillage.access.Listings;
import fr.maillage.access.Profile;
import fr.maillage.access.Role;
import fr.maillage.base.Ids;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.coediting.yjs.ByteWriter;
import fr.maillage.coediting.yjs.SharedDocument;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Several people in one text, over real connections to the real server on a real database. */
@IntegrationTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "vaadin.productionMode=true")
@Timeout(300)
class LiveEditingTest {

    private static final ItemKind NOTE = new ItemKind(250, "note");
    private static final AtomicLong CLIENTS = new AtomicLong(1000);

    @Autowired TestWorld world;
    @Autowired Listings listings;
    @Autowired LiveTexts texts;
    @Autowired TextStore store;
    @Autowired Rooms rooms;
    @Autowired TextHistory history;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    private final List<Page> pages = new ArrayList<>();
    private SpaceId space;
    private PersonId maud;
    private PersonId yann;
    private PersonId reader;
    private PersonId stranger;
    private LiveTextRef ref;
    private LiveTextId text;

    @BeforeEach
    void aNoteOfMaud() {
        space = world.territory();
        maud = member("Maud", Role.EDITOR);
        yann = member("Yann", Role.EDITOR);
        reader = member("Rachel", Role.READER);
        stranger = world.person("Simon");
        ref = new LiveTextRef(new ItemRef(NOTE, Ids.next()), "text");
        text = world.as(maud, () -> transaction.execute(status -> {
            listings.open(ref.item(), space, maud, Audience.ofSpace(space), new Listings.Facts(0, 0, Set.of(), null));
            return texts.create(ref, RichText.ofPlainText("Compte rendu\nPremier point"));
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

    private Page open(PersonId person) throws Exception {
        return open(cookie(person));
    }

    private Page open(String cookie) {
        Page page = Page.open(port, text, cookie, CLIENTS.incrementAndGet());
        pages.add(page);
        return page;
    }

    private String committed() {
        return SharedDocument.of(store.load(text).updates()).read().text("essai");
    }

    @Test
    void whoComesSeesTheFirstContent() throws Exception {
        assertThat(open(maud).whenSynced().content().plainText()).isEqualTo("Compte rendu\nPremier point");
    }

    @Test
    void whatTwoPeopleTypeAtOnceIsTheSameForBothAndInTheDatabase() throws Exception {
        Page one = open(maud).whenSynced();
        Page two = open(yann).whenSynced();
        Random random = new Random(3);
        for (int i = 0; i < 120; i++) {
            Page page = random.nextBoolean() ? one : two;
            String letter = page == one ? "m" : "y";
            page.edit(edit -> edit.insertText("essai", 0, letter));
        }
        await().until(() -> one.durable + two.durable == 120 + 2 && one.text().length() == 120 && two.text().length() == 120);
        assertThat(one.text()).isEqualTo(two.text()).isEqualTo(committed());
        assertThat(jdbc.sql("select distinct person from collab_author where doc = :id").param("id", text.value())
                .query(UUID.class).list()).containsExactlyInAnyOrder(maud.value(), yann.value());
    }

    @Test
    void aReaderFollowsLiveAndCannotWrite() throws Exception {
        Page writer = open(maud).whenSynced();
        Page follower = open(reader).whenSynced();
        writer.edit(edit -> edit.insertText("essai", 0, "bonjour"));
        await().until(() -> follower.text().equals("bonjour"));
        follower.edit(edit -> edit.insertText("essai", 0, "non "));
        await().until(() -> follower.notTaken == 1);
        assertThat(writer.text()).isEqualTo("bonjour").isEqualTo(committed());
    }

    @Test
    void whoMayNotSeeTheItemIsSentAwayForGood() throws Exception {
        assertThat(open(stranger).whenClosed()).isEqualTo(4403);
        assertThat(Page.open(port, LiveTextId.next(), cookie(maud), 1).whenClosed()).isEqualTo(4403);
    }

    @Test
    void withoutASessionOneIsAskedToSignIn() throws Exception {
        assertThat(open("JSESSIONID=nobody").whenClosed()).isEqualTo(4401);
    }

    @Test
    void whatSomebodyWroteIsNotSentInTheNameOfWhoeverSignedInToTheirBrowserSince() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                + port + '/' + text.path() + "/flux?durable=1&person=" + maud.value())).header("Cookie", cookie(yann)).build(),
                BodyHandlers.ofString());
        assertThat(answer.body()).endsWith("event: close\ndata: 4401\n\n");
        assertThat(Page.open(port, text, cookie(yann), 1, maud).whenClosed()).isEqualTo(4401);
        Page own = Page.open(port, text, cookie(maud), 1, maud);
        pages.add(own);
        assertThat(own.whenSynced().content().plainText()).startsWith("Compte rendu");
    }

    @Test
    void aPageOfAnotherSiteDoesNotGetIn() throws Exception {
        HttpResponse<Void> response = HttpClient.newHttpClient().send(HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + port + '/' + text.path() + "/flux/0"))
                .header("Cookie", cookie(maud)).header("Origin", "https://ailleurs.example")
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.noBody()).build(), BodyHandlers.discarding());
        assertThat(response.statusCode()).isEqualTo(403);
    }

    @Test
    void whoLosesTheRightIsOut() throws Exception {
        Page page = open(reader).whenSynced();
        Page stays = open(maud).whenSynced();
        world.as(maud, () -> transaction.executeWithoutResult(status ->
                listings.share(ref.item().id(), Audience.none().withPerson(yann, Level.EDIT))));
        assertThat(page.whenClosed()).isEqualTo(4403);
        assertThat(stays.closed).isNotDone();
    }

    @Test
    void whatIsArchivedCanBeFollowedButNotWritten() throws Exception {
        Page page = open(yann).whenSynced();
        transaction.executeWithoutResult(status -> listings.archive(ref.item().id()));
        // What comes before the room has looked at the rights again is still taken.
        await().pollInterval(Duration.ofMillis(500)).until(() -> {
            long sent = page.durable + page.notTaken;
            page.edit(edit -> edit.insertText("essai", 0, "a"));
            await().until(() -> page.durable + page.notTaken > sent);
            return page.notTaken > 0;
        });
        long last = page.notTaken;
        page.edit(edit -> edit.insertText("essai", 0, "trop tard"));
        await().until(() -> page.notTaken > last);
        assertThat(committed()).doesNotContain("trop tard");
        assertThat(page.closed).isNotDone();
    }

    @Test
    void nonsenseEndsItsConnectionAndHarmsNobody() throws Exception {
        Page good = open(maud).whenSynced();
        List<byte[]> nonsense = List.of(new byte[] {0, 2, 5, 1, 1, 1, 1, 1}, new byte[] {0, 2, (byte) 0xFF, (byte) 0xFF, 1},
                new byte[] {0, 9, 1, 0}, new byte[] {1, 3, 1, 1, 1}, new byte[0]);
        for (byte[] bytes : nonsense) {
            Page bad = open(yann).whenSynced();
            good.edit(edit -> edit.insertText("essai", 0, "a"));
            bad.sendRaw(bytes);
            assertThat(bad.whenClosed()).as("%s", List.of(bytes)).isEqualTo(4413);
        }
        // Well formed, but no browser makes it: two structs that wait for one another.
        Page bad = open(yann).whenSynced();
        ByteWriter circle = new ByteWriter().varUint(2);
        for (int client = 1; client <= 2; client++) {
            circle.varUint(1).varUint(client).varUint(0).unsignedByte(4 | 0x80).varUint(3 - client).varUint(0).string("x");
        }
        bad.send(new ByteWriter().varUint(0).varUint(2).bytes(circle.varUint(0).toBytes()));
        assertThat(bad.whenClosed()).isEqualTo(4413);
        good.edit(edit -> edit.insertText("essai", 0, "b"));
        await().until(() -> committed().equals("baaaaa"));
        assertThat(open(yann).whenSynced().text()).isEqualTo("baaaaa");
    }

    @Test
    void aMessageLargerThanAllowedEndsItsConnection() throws Exception {
        Page page = open(maud).whenSynced();
        Thread.startVirtualThread(() -> page.sendRaw(new byte[Visit.LARGEST + 1]));
        assertThat(page.whenClosed()).isIn(4413, 1006);
        assertThat(open(yann).whenSynced().content().plainText()).startsWith("Compte rendu");
    }

    @Test
    void presenceCarriesTheNameTheServerKnows() throws Exception {
        Page one = open(maud).whenSynced();
        Page two = open(yann).whenSynced();
        one.here("{\"user\":{\"name\":\"Quelqu’un d’autre\"},\"cursor\":{\"anchor\":1}}");
        await().until(() -> two.awareness.containsKey(one.client) && one.awareness.containsKey(one.client));
        assertThat(two.awareness.get(one.client)).contains("\"name\":\"Maud\"", "\"hue\":", "\"anchor\":1")
                .doesNotContain("Quelqu’un");
        one.close();
        await().until(() -> "null".equals(two.awareness.get(one.client)));
    }

    @Test
    void aChangeThatBuildsOnSomethingMissingIsAskedForAgain() throws Exception {
        Page page = open(maud).whenSynced();
        byte[] first;
        synchronized (page.document) {
            first = page.document.edit(page.client, edit -> edit.insertText("essai", 0, "perdu "));
        }
        assertThat(first).isNotEmpty();
        page.edit(edit -> edit.insertText("essai", 6, "retrouvé"));
        await().until(() -> committed().equals("perdu retrouvé"));
    }

    @Test
    void wordsTypedAtTheMomentTheirParagraphIsRemovedAreInTheTextForEverybodyThoseWrittenAwayAreNot() throws Exception {
        Page one = open(maud).whenSynced();
        Page two = open(yann).whenSynced();
        SharedDocument behind = SharedDocument.of(store.load(text).updates());
        one.edit(edit -> edit.replaceXml(Trees.ROOT, List.of(Trees.paragraph("Compte rendu"))));
        await().until(() -> two.content().plainText().equals("Compte rendu"));
        for (long kind : List.of(1L, 2L)) {
            byte[] typed = behind.edit(CLIENTS.incrementAndGet(), edit -> edit.replaceXml(Trees.ROOT,
                    List.of(Trees.paragraph("Compte rendu"), Trees.paragraph("Premier point" + " noté".repeat((int) kind)))));
            two.send(new ByteWriter().varUint(0).varUint(kind).bytes(typed));
            await().until(() -> two.durable == 1 + kind);
            String expected = kind == 1 ? "Compte rendu" : "Compte rendu\n noté";
            await().untilAsserted(() -> assertThat(List.of(one.content().plainText(), two.content().plainText()))
                    .containsOnly(expected));
        }
        assertThat(Trees.document(SharedDocument.of(store.load(text).updates()).read().xml(Trees.ROOT)).plainText())
                .isEqualTo("Compte rendu\n noté");
    }

    @Test
    void whileTheDatabaseTakesNothingNothingIsToldAndThenEverythingArrives() throws Exception {
        Page one = open(maud).whenSynced();
        Page two = open(yann).whenSynced();
        await().until(() -> one.durable == 1);
        jdbc.sql("rename table collab_update to collab_update_away").update();
        try {
            one.edit(edit -> edit.insertText("essai", 0, "gardé "));
            one.edit(edit -> edit.insertText("essai", 6, "au chaud"));
            Thread.sleep(700);
            assertThat(two.text()).isEmpty();
            assertThat(one.durable).isEqualTo(1);
        } finally {
            jdbc.sql("rename table collab_update_away to collab_update").update();
        }
        await().until(() -> two.text().equals("gardé au chaud") && one.durable == 3);
        assertThat(committed()).isEqualTo("gardé au chaud");
    }

    @Test
    void anotherNodesChangesArrive() throws Exception {
        Page page = open(maud).whenSynced();
        int other = store.registerNode(Instant.now());
        try {
            // The other node is known from its first sign of life on, at the latest five seconds later.
            Thread.sleep(6_000);
            byte[] update = new SharedDocument().edit(5, edit -> edit.insertText("essai", 0, "de l’autre nœud"));
            store.append(other, List.of(new TextStore.Row(text, 1, yann, Instant.now(), update)), List.of());
            await().until(() -> page.text().equals("de l’autre nœud"));
        } finally {
            jdbc.sql("delete from collab_node where id = :id").param("id", other).update();
        }
    }

    @Test
    void thePlainTextFollowsAndVersionsAreRestoredAsChanges() throws Exception {
        Page page = open(maud).whenSynced();
        LiveTextVersion before = world.as(yann, () -> history.keep(ref, "Avant la réunion"));
        world.as(yann, () -> texts.replace(ref, RichText.ofPlainText("Compte rendu\nDeuxième point\nÀ suivre")));
        await().until(() -> page.content().plainText().endsWith("À suivre"));
        await().until(() -> jdbc.sql("select plain from live_text where id = :id")
                .param("id", text.value()).query(String.class).single().endsWith("À suivre"));
        world.as(yann, () -> history.restore(ref, before.id()));
        await().until(() -> page.content().plainText().equals("Compte rendu\nPremier point"));
        assertThat(world.as(yann, () -> texts.read(ref)).plainText()).isEqualTo("Compte rendu\nPremier point");
        assertThat(world.as(yann, () -> history.versions(ref, null)))
                .extracting(LiveTextVersion::label).containsExactly(null, null, "Avant la réunion");
    }

    @Test
    void whatSomebodyWritesWhileAVersionIsBroughtBackIsInTheHistory() throws Exception {
        Page page = open(maud).whenSynced();
        LiveTextVersion first = world.as(yann, () -> history.keep(ref, "Avant la réunion"));
        world.as(yann, () -> texts.replace(ref, RichText.ofPlainText("Compte rendu\nDeuxième point")));
        await().until(() -> page.content().plainText().endsWith("Deuxième point"));
        CompletableFuture<UUID> restored = new CompletableFuture<>();
        // What Maud writes is on its way into the database while what stood there is kept.
        transaction.executeWithoutResult(status -> {
            jdbc.sql("insert into collab_author (doc, client, from_clock, person) values (:doc, :client, 0, :person)")
                    .param("doc", text.value()).param("client", page.client).param("person", maud.value()).update();
            page.edit(edit -> edit.replaceXml(Trees.ROOT, Trees.tree(
                    RichText.ofPlainText("Compte rendu\nDeuxième point\nÀ la dernière minute"))));
            await().until(() -> jdbc.sql("select count(*) from information_schema.processlist where db = database()"
                    + " and info like 'insert ignore into collab_author%'").query(Integer.class).single() > 0);
            Thread.startVirtualThread(() -> {
                try {
                    restored.complete(world.as(yann, () -> history.restore(ref, first.id())));
                } catch (RuntimeException failed) {
                    restored.completeExceptionally(failed);
                }
            });
            await().until(() -> jdbc.sql("select count(*) from live_text_version where doc = :doc lock in share mode")
                    .param("doc", text.value()).query(Integer.class).single() == 2);
            status.setRollbackOnly();
        });
        UUID former = restored.get(Page.PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(world.as(yann, () -> texts.read(ref)).plainText()).isEqualTo("Compte rendu\nPremier point");
        assertThat(world.as(yann, () -> history.read(ref, former)).plainText())
                .isEqualTo("Compte rendu\nDeuxième point\nÀ la dernière minute");
        world.as(yann, () -> history.restore(ref, former));
        await().until(() -> page.content().plainText().endsWith("À la dernière minute"));
    }

    @Test
    void whenEverybodyHasLeftAVersionIsKeptByItselfAndNamesAllWhoWrote() throws Exception {
        Page one = open(maud).whenSynced();
        Page other = open(yann).whenSynced();
        one.edit(edit -> edit.insertText("essai", 0, "a"));
        await().until(() -> other.text().equals("a"));
        other.edit(edit -> edit.insertText("essai", 1, "b"));
        await().until(() -> one.text().equals("ab"));
        one.close();
        other.close();
        await().pollInterval(Duration.ofSeconds(1))
                .until(() -> !world.as(yann, () -> history.versions(ref, null)).isEmpty());
        assertThat(world.as(yann, () -> history.versions(ref, null))).singleElement().satisfies(version -> {
            assertThat(version.name()).isEmpty();
            assertThat(version.people()).containsExactlyInAnyOrder(maud, yann);
        });
    }

    @Test
    void theLogGoesIntoTheStateAndNothingIsMissing() throws Exception {
        Page page = open(maud).whenSynced();
        for (int i = 0; i < 20; i++) {
            page.edit(edit -> edit.insertText("essai", 0, "x"));
            Thread.sleep(5);
        }
        await().until(() -> page.durable == 21);
        jdbc.sql("update collab_update set at = at - interval 1 minute where doc = :id").param("id", text.value()).update();
        store.compact(text, Instant.now(), updates -> {
            SharedDocument document = SharedDocument.of(updates);
            return new TextStore.Derived(document.encode(), "", 0);
        });
        assertThat(store.load(text).rows()).isZero();
        assertThat(committed()).isEqualTo("x".repeat(20));
        page.edit(edit -> edit.insertText("essai", 20, "!"));
        await().until(() -> committed().endsWith("!"));
    }

    @Test
    void whereWebSocketsAreBlockedTheSameMessagesTravelByStreamAndPosts() throws Exception {
        Page other = open(yann).whenSynced();
        String cookie = cookie(maud);
        String address = "http://127.0.0.1:" + port + '/' + text.path() + "/flux";
        HttpClient http = HttpClient.newHttpClient();
        HttpResponse<Stream<String>> stream = http.send(HttpRequest.newBuilder(URI.create(address + "?durable=1"))
                .header("Cookie", cookie).build(), BodyHandlers.ofLines());
        List<String> lines = new CopyOnWriteArrayList<>();
        Thread.startVirtualThread(() -> stream.body().forEach(lines::add));
        await().until(() -> lines.contains("event: open"));
        String name = lines.get(lines.indexOf("event: open") + 1).substring("data: ".length());
        byte[] update = new SharedDocument().edit(77, edit -> edit.insertText("essai", 0, "par un autre chemin"));
        byte[] message = new ByteWriter().varUint(0).varUint(2).bytes(update).toBytes();
        HttpResponse<Void> posted = http.send(HttpRequest.newBuilder(URI.create(address + '/' + name))
                .header("Cookie", cookie).header("Content-Type", "application/octet-stream")
                .header("Origin", "http://127.0.0.1:" + port)
                .POST(HttpRequest.BodyPublishers.ofByteArray(new ByteWriter().bytes(message).toBytes())).build(),
                BodyHandlers.discarding());
        assertThat(posted.statusCode()).isEqualTo(204);
        await().until(() -> other.text().equals("par un autre chemin"));
        String saved = "data: " + Base64.getEncoder().encodeToString(new byte[] {8, 1, 1});
        await().until(() -> lines.contains(saved));
        assertThat(http.send(HttpRequest.newBuilder(URI.create(address + '/' + name)).header("Cookie", cookie(yann))
                .header("Content-Type", "application/octet-stream").header("Origin", "http://127.0.0.1:" + port)
                .POST(HttpRequest.BodyPublishers.noBody()).build(), BodyHandlers.discarding()).statusCode()).isEqualTo(410);
    }
}
