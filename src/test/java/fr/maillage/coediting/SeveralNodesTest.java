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
import fr.maillage.base.Ids;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.coediting.TextStore.Author;
import fr.maillage.coediting.TextStore.Row;
import fr.maillage.coediting.yjs.Editing;
import fr.maillage.coediting.yjs.SharedDocument;
import fr.maillage.member.ColorChoice;
import fr.maillage.member.PersonPrincipal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A text that is written on two nodes: this one, and one of which there is nothing but what it commits. */
@IntegrationTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "vaadin.productionMode=true")
@Timeout(300)
class SeveralNodesTest {

    private static final ItemKind NOTE = new ItemKind(250, "note");
    private static final AtomicLong CLIENTS = new AtomicLong(700_000);

    @Autowired TestWorld world;
    @Autowired Listings listings;
    @Autowired LiveTexts texts;
    @Autowired TextStore store;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    private final List<Page> pages = new ArrayList<>();
    private PersonId maud;
    private PersonId yann;
    private LiveTextRef ref;
    private LiveTextId text;
    private int other;
    private long seq;

    @BeforeEach
    void aNoteOfMaud() {
        SpaceId space = world.territory();
        maud = world.person("Maud");
        yann = world.person("Yann");
        List.of(maud, yann).forEach(person -> world.member(person, space, Profile.ELECTED, Role.EDITOR));
        ref = new LiveTextRef(new ItemRef(NOTE, Ids.next()), "text");
        text = world.as(maud, () -> transaction.execute(status -> {
            listings.open(ref.item(), space, maud, Audience.ofSpace(space), new Listings.Facts(0, 0, Set.of(), null));
            return texts.create(ref, RichText.ofPlainText("Compte rendu\nPremier point"));
        }));
    }

    @AfterEach
    void theOtherNodeIsGone() {
        pages.forEach(Page::close);
        jdbc.sql("delete from collab_node where id = :id").param("id", other).update();
    }

    private Page open(PersonId person) throws Exception {
        Page page = Page.open(port, text, Page.cookie(port, person), CLIENTS.incrementAndGet());
        pages.add(page);
        return page.whenSynced();
    }

    private SharedDocument committed() {
        return SharedDocument.of(store.load(text).updates());
    }

    private void commit(long number, byte[] update, Author... authors) throws SQLException {
        store.append(other, List.of(new Row(text, number, yann, Instant.now(), update)), List.of(authors));
    }

    /** It gives a sign of life, and none for a while. */
    private void otherNodeLives() {
        other = store.registerNode(Instant.now());
        signOfLife(Instant.now().plusSeconds(600));
    }

    private void signOfLife(Instant at) {
        jdbc.sql("update collab_node set alive_at = :at where id = :id").param("at", TextStore.utc(at)).param("id", other)
                .update();
    }

    private static byte[] type(SharedDocument document, int at, String words) {
        return document.edit(5, edit -> edit.insertText("essai", at, words));
    }

    @Test
    void whatANodeCommitsBeforeItIsSeenOrWhileItIsNotArrives() throws Exception {
        Page page = open(maud);
        otherNodeLives();
        SharedDocument elsewhere = new SharedDocument();
        commit(1, type(elsewhere, 0, "un"));
        await().until(() -> page.text().equals("un"));
        commit(2, type(elsewhere, 2, " deux"));
        await().until(() -> page.text().equals("un deux"));
        signOfLife(Instant.now().minusSeconds(60));
        // It is missed at the latest five seconds later.
        Thread.sleep(6_000);
        commit(3, type(elsewhere, 7, " trois"));
        assertThat(page.text()).isEqualTo("un deux");
        signOfLife(Instant.now().plusSeconds(600));
        await().until(() -> page.text().equals("un deux trois"));
        page.edit(edit -> edit.insertText("essai", 0, "zéro "));
        await().until(() -> page.durable == 2);
        assertThat(committed().read().text("essai")).isEqualTo("zéro un deux trois");
    }

    @Test
    void whatWasMissedIsReadAnewAndNobodyIsSentAwayForIt() throws Exception {
        Page page = open(maud);
        otherNodeLives();
        SharedDocument elsewhere = new SharedDocument();
        commit(10, type(elsewhere, 0, "un"));
        await().until(() -> page.text().equals("un"));
        // Numbers only go up, so that nobody looks for this one.
        commit(5, type(elsewhere, 2, " deux"));
        commit(11, type(elsewhere, 7, " trois"));
        await().until(() -> page.text().equals("un deux trois"));
        page.edit(edit -> edit.insertText("essai", 0, "zéro "));
        await().until(() -> page.durable == 2);
        assertThat(page.closed).isNotDone();
    }

    private static Consumer<Editing> lines(String... lines) {
        return edit -> edit.replaceXml(Trees.ROOT, Stream.of(lines).map(Trees::paragraph).toList());
    }

    @Test
    void wordsTypedOnOneNodeWhereAnotherTakesTheParagraphAwayArePutBackByTheLatter() throws Exception {
        Page page = open(maud);
        otherNodeLives();
        commit(1, type(new SharedDocument(), 0, "là"));
        await().until(() -> page.text().equals("là"));
        SharedDocument elsewhere = committed();
        page.edit(lines("Compte rendu"));
        await().until(() -> page.durable == 2);
        long client = CLIENTS.incrementAndGet();
        commit(2, elsewhere.edit(client, lines("Compte rendu", "Premier point noté")), new Author(text, client, 0, yann));
        await().until(() -> page.content().plainText().equals("Compte rendu\n noté"));
        commit(3, elsewhere.edit(client, lines("Compte rendu", "Premier point noté ici")));
        await().until(() -> page.content().plainText().equals("Compte rendu\n noté ici"));
        assertThat(Trees.document(committed().read().xml(Trees.ROOT)).plainText()).isEqualTo("Compte rendu\n noté ici");
        assertThat(jdbc.sql("select count(*) from collab_author where doc = :doc and person = :person and client <> :client")
                .param("doc", text.value()).param("person", yann.value()).param("client", client)
                .query(Integer.class).single()).as("put back in the name of who wrote").isPositive();
    }

    @Test
    void wordsTypedHereWhereAnotherNodeTakesTheParagraphAwayAreLeftToIt() throws Exception {
        Page page = open(maud);
        otherNodeLives();
        commit(1, type(new SharedDocument(), 0, "là"));
        await().until(() -> page.text().equals("là"));
        SharedDocument elsewhere = committed();
        page.edit(lines("Compte rendu", "Premier point noté"));
        await().until(() -> page.durable == 2);
        commit(2, elsewhere.edit(CLIENTS.incrementAndGet(), lines("Compte rendu")));
        await().until(() -> page.content().plainText().equals("Compte rendu"));
        page.edit(edit -> edit.insertText("essai", 0, "pas "));
        await().until(() -> page.durable == 3);
        assertThat(Trees.document(committed().read().xml(Trees.ROOT)).plainText()).isEqualTo("Compte rendu");
    }

    @Test
    void whatTheDocumentHasAlreadyIsToldToThoseWhoMayLackIt() throws Exception {
        List<byte[]> heard = new ArrayList<>();
        Room room = new Room(text, ref, store, dirty -> { });
        room.enter(new Connection(new PersonPrincipal(maud.value(), "maud@exemple.fr", "Maud", "fr", ColorChoice.AUTO, false,
                0, Instant.EPOCH), true, 0, new Connection.Outlet() {

                    @Override
                    public void send(byte[] message, Consumer<@Nullable Throwable> done) {
                        heard.add(message);
                        done.accept(null);
                    }

                    @Override
                    public void close(CloseCode code) {
                        // Nobody is there.
                    }
                }));
        room.rest(-1);
        other = Integer.MAX_VALUE - 1;
        byte[] update = new SharedDocument().edit(5, edit -> edit.insertText("essai", 0, "ailleurs"));
        commit(1, update);
        room.edit(null, edit -> { });
        assertThat(room.isDecoded()).isTrue();
        room.tailed(update);
        assertThat(heard).contains(Message.update(update));
    }
}
