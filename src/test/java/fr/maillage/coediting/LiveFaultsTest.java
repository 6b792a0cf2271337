package fr.maillage.coediting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import fr.maillage.IntegrationTest;
import fr.maillage.TestWorld;
import fr.maillage.access.Audience;
import fr.maillage.access.ItemKind;
import fr.maillage.access.ItemRef;
import fr.maillage.access.Listings;
import fr.maillage.access.Profile;
import fr.maillage.access.Role;
import fr.maillage.base.Ids;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.coediting.yjs.ByteWriter;
import fr.maillage.coediting.yjs.SharedDocument;
import fr.maillage.coediting.yjs.StateVector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What one connection does badly, or goes wrong in the server, harms nobody else’s words. */
@IntegrationTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "vaadin.productionMode=true")
@Timeout(300)
class LiveFaultsTest {

    private static final ItemKind NOTE = new ItemKind(250, "note");
    private static final AtomicLong CLIENTS = new AtomicLong(9000);

    @Autowired TestWorld world;
    @Autowired Listings listings;
    @Autowired LiveTexts texts;
    @Autowired TextStore store;
    @Autowired Rooms rooms;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    @Autowired DataSource source;
    @LocalServerPort int port;

    private final List<Page> pages = new ArrayList<>();
    private PersonId maud;
    private PersonId yann;
    private PersonId reader;
    private SpaceId space;
    private LiveTextId text;

    @BeforeEach
    void aNoteOfMaud() {
        space = world.territory();
        maud = member(space, "Maud", Role.EDITOR);
        yann = member(space, "Yann", Role.EDITOR);
        reader = member(space, "Rachel", Role.READER);
        text = note();
    }

    private LiveTextId note() {
        LiveTextRef ref = new LiveTextRef(new ItemRef(NOTE, Ids.next()), "text");
        return world.as(maud, () -> transaction.execute(status -> {
            listings.open(ref.item(), space, maud, Audience.ofSpace(space), new Listings.Facts(0, 0, Set.of(), null));
            return texts.create(ref, RichText.ofPlainText("Compte rendu"));
        }));
    }

    @AfterEach
    void closePages() {
        pages.forEach(Page::close);
    }

    private PersonId member(SpaceId space, String name, Role role) {
        PersonId person = world.person(name);
        world.member(person, space, Profile.ELECTED, role);
        return person;
    }

    private Page open(PersonId person, long client) throws Exception {
        return open(text, person, client);
    }

    private Page open(LiveTextId text, PersonId person, long client) throws Exception {
        Page page = Page.open(port, text, Page.cookie(port, person), client);
        pages.add(page);
        return page.whenSynced();
    }

    private Page open(PersonId person) throws Exception {
        return open(person, CLIENTS.incrementAndGet());
    }

    private String committed() {
        return SharedDocument.of(store.load(text).updates()).read().text("essai");
    }

    @Test
    void whoeverOnlyReadsCannotSpeakForThePageOfSomebodyWhoWrites() throws Exception {
        Page writer = open(maud);
        Page impostor = open(reader, writer.client);
        impostor.here("{}");
        await().until(() -> writer.awareness.getOrDefault(writer.client, "").contains("Rachel"));
        writer.edit(edit -> edit.insertText("essai", 0, "Maud"));
        await().until(() -> impostor.text().equals("Maud") && "null".equals(writer.awareness.get(writer.client)));
        impostor.here("{}");
        Page third = open(yann);
        third.here("{}");
        await().until(() -> writer.awareness.containsKey(third.client));
        assertThat(writer.awareness.get(writer.client)).as("whose page it is, is known by now").isEqualTo("null");
        assertThat(writer.closed).isNotDone();
    }

    /** Lines of letters of which every second one goes: what is left is told letter by letter, and much longer. */
    private static byte[] swelling() {
        int lines = 11_000;
        long first = 4_000_000_000L;
        ByteWriter out = new ByteWriter().varUint(lines);
        for (int line = 0; line < lines; line++) {
            out.varUint(1).varUint(first + line).varUint(0);
            if (line == 0) {
                out.unsignedByte(4).varUint(1).string("essai");
            } else {
                out.unsignedByte(4 | 0x80).varUint(first + line - 1).varUint(159);
            }
            out.string("x".repeat(160));
        }
        out.varUint(lines);
        for (int line = 0; line < lines; line++) {
            out.varUint(first + line).varUint(80);
            for (int letter = 0; letter < 160; letter += 2) {
                out.varUint(letter).varUint(1);
            }
        }
        return out.toBytes();
    }

    @Test
    void whatGrowsBeyondWhatCanBeStoredGoesBackAndOthersAreSaved() throws Exception {
        Page good = open(note(), maud, CLIENTS.incrementAndGet());
        Page bad = open(yann);
        bad.send(new ByteWriter().varUint(0).varUint(2).bytes(swelling()));
        assertThat(bad.whenClosed()).isEqualTo(4413);
        good.edit(edit -> edit.insertText("essai", 0, "bonjour"));
        await().until(() -> good.durable == 2);
        assertThat(open(maud).content().plainText()).isEqualTo("Compte rendu");
    }

    @Test
    void whatTheDatabaseRefusesGoesBackAndWhatCameWithItIsSaved() throws Exception {
        LiveTextId other = note();
        Page good = open(other, maud, CLIENTS.incrementAndGet());
        Page first = open(maud);
        Page honest = open(yann);
        Page culprit = open(yann);
        await().until(() -> honest.durable == 1);
        jdbc.sql("alter table collab_update add constraint refused check (doc <> '" + text.value()
                + "' or length(payload) < 5000)").update();
        try {
            jdbc.sql("rename table collab_update to collab_update_away").update();
            try {
                first.edit(edit -> edit.insertText("essai", 0, "a"));
                Thread.sleep(300);
                honest.edit(edit -> edit.insertText("essai", 0, "b"));
                culprit.edit(edit -> edit.insertText("essai", 0, "c".repeat(6_000)));
                good.edit(edit -> edit.insertText("essai", 0, "d"));
                Thread.sleep(300);
            } finally {
                jdbc.sql("rename table collab_update_away to collab_update").update();
            }
            assertThat(culprit.whenClosed()).isEqualTo(4413);
            await().until(() -> first.durable == 2 && honest.durable == 2 && good.durable == 2);
        } finally {
            jdbc.sql("alter table collab_update drop constraint refused").update();
        }
        await().until(() -> first.text().equals(honest.text()));
        assertThat(committed().chars().sorted().toArray()).containsExactly('a', 'b');
        assertThat(first.closed).isNotDone();
        assertThat(honest.closed).isNotDone();
    }

    @Test
    void manyLargeRowsGoIntoSeveralStatements() throws Exception {
        int node = Integer.MAX_VALUE;
        List<TextStore.Row> rows = new ArrayList<>();
        for (int seq = 1; seq <= 5; seq++) {
            rows.add(new TextStore.Row(LiveTextId.next(), seq, null, Instant.now(), new byte[TextStore.LARGEST_ROW]));
        }
        try {
            store.append(node, rows, List.of());
            assertThat(store.lastSeq(node, Instant.now().plusSeconds(60))).isEqualTo(5);
        } finally {
            jdbc.sql("delete from collab_update where node = :node").param("node", node).update();
        }
    }

    @Test
    void whoeverAsksAgainAndAgainWhileSomethingWaitsIsAnsweredOnce() throws Exception {
        Page writer = open(maud);
        Page asking = open(reader);
        ByteWriter question = new ByteWriter().varUint(0).varUint(0).bytes(StateVector.empty().encode());
        jdbc.sql("rename table collab_update to collab_update_away").update();
        try {
            writer.edit(edit -> edit.insertText("essai", 0, "a"));
            Thread.sleep(300);
            for (int i = 0; i < 50; i++) {
                asking.send(question);
            }
            Thread.sleep(300);
        } finally {
            jdbc.sql("rename table collab_update_away to collab_update").update();
        }
        writer.edit(edit -> edit.insertText("essai", 1, "b"));
        await().until(() -> asking.text().equals("ab"));
        int answers = asking.updates.size();
        assertThat(answers).isBetween(4, 6);
        asking.send(question);
        await().until(() -> asking.updates.size() == answers + 1);
    }

    @Test
    void whoSendsNonsenseAgainAndAgainIsNotLetInForAWhile() throws Exception {
        for (int i = 0; i <= 10; i++) {
            Page bad = open(yann);
            bad.sendRaw(new byte[] {0, 9, 1, 0});
            assertThat(bad.whenClosed()).isEqualTo(4413);
        }
        Page again = Page.open(port, text, Page.cookie(port, yann), CLIENTS.incrementAndGet());
        pages.add(again);
        assertThat(again.whenClosed()).isEqualTo(4429);
        assertThat(open(maud).content().plainText()).isEqualTo("Compte rendu");
    }

    @Test
    void aChangeThatCannotBeMadeTakesNobodyElsesWordsAlong() throws Exception {
        Page one = open(maud);
        Page two = open(yann);
        TextStore.Known known = store.find(text).orElseThrow();
        CompletableFuture<Void> fault;
        jdbc.sql("rename table collab_update to collab_update_away").update();
        try {
            one.edit(edit -> edit.insertText("essai", 0, "avant "));
            Thread.sleep(300);
            two.edit(edit -> edit.insertText("essai", 0, "pendant "));
            Thread.sleep(300);
            fault = CompletableFuture.runAsync(() -> rooms.change(known, maud, edit -> {
                edit.insertText("essai", 0, "à moitié");
                throw new UnsupportedOperationException("a fault of ours");
            }));
            Thread.sleep(300);
        } finally {
            jdbc.sql("rename table collab_update_away to collab_update").update();
        }
        await().until(() -> one.text().equals(two.text()) && committed().equals(one.text()));
        assertThat(committed().split(" ")).containsExactlyInAnyOrder("avant", "pendant");
        assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> fault.get(Page.PATIENCE_SECONDS, TimeUnit.SECONDS))
                .withMessageContaining("could not be changed");
        assertThat(one.closed).isNotDone();
        assertThat(two.closed).isNotDone();
    }

    private CompletableFuture<Void> change(TextStore.Known known, String words) {
        return CompletableFuture.runAsync(() -> rooms.change(known, maud, edit -> edit.insertText("essai", 0, words)),
                Thread::startVirtualThread);
    }

    private static String sentence(CompletableFuture<Void> change) {
        return assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> change.get(Page.PATIENCE_SECONDS, TimeUnit.SECONDS)).withCauseInstanceOf(InvalidInput.class)
                .actual().getCause() instanceof InvalidInput why ? why.messageKey() : "";
    }

    @Test
    void aChangeThatIsReportedAsNotMadeIsNotMadeLater() throws Exception {
        Page page = open(maud);
        TextStore.Known known = store.find(text).orElseThrow();
        transaction.executeWithoutResult(status -> {
            // The database lets nothing be added to this text.
            jdbc.sql("select seq from collab_update where doc = :doc for update").param("doc", text.value())
                    .query(Long.class).list();
            CompletableFuture<Void> first = change(known, "en chemin ");
            await().until(() -> jdbc.sql("select count(*) from information_schema.processlist where db = database()"
                    + " and info like 'insert into collab_update%'").query(Integer.class).single() > 0);
            CompletableFuture<Void> second = change(known, "derrière ");
            assertThat(sentence(first)).isEqualTo("coediting.change.perhaps");
            assertThat(sentence(second)).isEqualTo("coediting.change.notMade");
        });
        change(known, "après ").get(Page.PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(committed()).isEqualTo("après en chemin ");
        assertThat(page.closed).isNotDone();
    }

    @Test
    void asManyAsThereAreConnectionsMayChangeTextsWithinTransactions() throws Exception {
        TextStore.Known known = store.find(text).orElseThrow();
        int most = source.unwrap(HikariDataSource.class).getMaximumPoolSize();
        CyclicBarrier connected = new CyclicBarrier(most);
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            all.add(CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
                jdbc.sql("select 1").query(Integer.class).single();
                try {
                    connected.await();
                } catch (InterruptedException | BrokenBarrierException broken) {
                    throw new IllegalStateException(broken);
                }
                rooms.change(known, maud, edit -> edit.insertText("essai", 0, "x"));
            }), Thread::startVirtualThread));
        }
        for (CompletableFuture<Void> one : all) {
            one.get(Page.PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        assertThat(committed()).isEqualTo("x".repeat(most));
    }
}
