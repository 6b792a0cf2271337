package fr.maillage.coediting;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.coediting.yjs.Place;
import fr.maillage.coediting.yjs.SharedDocument;
import fr.maillage.coediting.yjs.TextRun;
import fr.maillage.coediting.yjs.XmlNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Marks on words that the server puts into a document, and what becomes of them. */
class TextAnchorsTest {

    private static final long CLIENT = 7;

    /** One client wrote it: the clocks follow one another, so a word is found by looking for it. */
    private final SharedDocument document = new SharedDocument();

    private void write(RichText text) {
        document.edit(CLIENT, edit -> edit.replaceXml(Trees.ROOT, Trees.tree(text)));
    }

    private String json() {
        return Trees.document(document.read().xml(Trees.ROOT)).toJson();
    }

    private String mark(int from, int to, String id) {
        AtomicReference<String> words = new AtomicReference<>();
        document.edit(9, edit -> words.set(edit.mark(Trees.ROOT, new Place(CLIENT, from), new Place(CLIENT, to), "comment",
                value -> Map.of("ids", value instanceof Map<?, ?> before ? before.get("ids") + " " + id : id))));
        return words.get();
    }

    /** Clock 0 is the paragraph, 1 its text, 2 the first character. */
    private static final int FIRST = 2;

    @Test
    void wordsAreMarkedAndTheOthersAreNot() {
        write(RichText.ofPlainText("La halle est vide"));
        assertThat(mark(FIRST + 3, FIRST + 7, "a")).isEqualTo("halle");
        assertThat(json()).isEqualTo("{\"type\":\"doc\",\"content\":[{\"type\":\"paragraph\",\"content\":["
                + "{\"type\":\"text\",\"text\":\"La \"},{\"type\":\"text\",\"text\":\"halle\",\"marks\":[{\"type\":\"comment\","
                + "\"attrs\":{\"ids\":\"a\"}}]},{\"type\":\"text\",\"text\":\" est vide\"}]}]}");
    }

    @Test
    void marksThatOverlapKeepBothOnTheWordsTheyShare() {
        write(RichText.ofPlainText("La halle est vide"));
        mark(FIRST + 3, FIRST + 11, "a");
        assertThat(mark(FIRST + 9, FIRST + 16, "b")).isEqualTo("est vide");
        assertThat(json()).contains("\"text\":\"halle \",\"marks\":[{\"type\":\"comment\",\"attrs\":{\"ids\":\"a\"}}]")
                .contains("\"text\":\"est\",\"marks\":[{\"type\":\"comment\",\"attrs\":{\"ids\":\"a b\"}}]")
                .contains("\"text\":\" vide\",\"marks\":[{\"type\":\"comment\",\"attrs\":{\"ids\":\"b\"}}]");
    }

    @Test
    void otherFormatsStayAsTheyAre() {
        write(MarkdownText.read("La **halle vide** ici"));
        String before = json();
        SharedDocument copy = SharedDocument.of(List.of(document.encode()));
        int bold = before.indexOf("halle");
        assertThat(bold).isPositive();
        // The mark of bold took one clock before “halle”.
        assertThat(mark(FIRST + 3 + 1, FIRST + 3 + 5, "a")).isEqualTo("halle");
        assertThat(json()).contains("\"text\":\"halle\",\"marks\":[{\"type\":\"bold\"},{\"type\":\"comment\"")
                .contains("\"text\":\" vide\",\"marks\":[{\"type\":\"bold\"}]").contains("\"text\":\" ici\"}");
        assertThat(Trees.document(copy.read().xml(Trees.ROOT)).plainText()).isEqualTo("La halle vide ici");
    }

    @Test
    void aStretchMayReachOverParagraphs() {
        write(RichText.ofPlainText("Premier point\nDeuxième point"));
        int second = FIRST + "Premier point".length() + 2;
        assertThat(mark(FIRST + 8, second + 7, "a")).isEqualTo("point Deuxième");
        assertThat(json()).contains("\"text\":\"point\",\"marks\"", "\"text\":\"Deuxième\",\"marks\"", "\"text\":\" point\"}");
    }

    @Test
    void theMarkStaysOnItsWordsWhateverIsWrittenAroundThemAndGoesWithThem() {
        write(RichText.ofPlainText("La halle est vide"));
        mark(FIRST + 3, FIRST + 7, "a");
        RichText marked = Trees.document(document.read().xml(Trees.ROOT));
        document.edit(11, edit -> edit.replaceXml(Trees.ROOT, Trees.tree(new RichText(List.of(
                new RichText.Element("heading", new RichText.Text("Avant")), marked.content().getFirst())))));
        assertThat(json()).contains("\"text\":\"halle\",\"marks\":[{\"type\":\"comment\"");
        document.edit(11, edit -> edit.replaceXml(Trees.ROOT, Trees.tree(RichText.ofPlainText("La place est vide"))));
        assertThat(json()).doesNotContain("comment");
    }

    @Test
    void wordsThatAreGoneAreNotMarked() {
        write(RichText.ofPlainText("La halle est vide"));
        document.edit(11, edit -> edit.replaceXml(Trees.ROOT, Trees.tree(RichText.ofPlainText("La est vide"))));
        assertThat(mark(FIRST + 3, FIRST + 7, "a").strip()).isEmpty();
        assertThat(json()).doesNotContain("comment");
        assertThat(mark(900, 901, "a")).isEmpty();
    }

    @Test
    void aCharacterOfTwoUnitsIsNeverCut() {
        write(RichText.ofPlainText("ab😀cd"));
        assertThat(mark(FIRST + 3, FIRST + 4, "a")).isEqualTo("😀c");
        assertThat(json()).contains("\"text\":\"😀c\"").doesNotContain("\uFFFD");
    }

    @Test
    void whatIsOnlyProposedIsNotInTheWords() {
        RichText text = new RichText(List.of(new RichText.Element("paragraph", new RichText.Text("La halle est "),
                new RichText.Text("vide", List.of(new RichText.Mark(RichText.PROPOSED_AWAY))),
                new RichText.Text("louée", List.of(new RichText.Mark(RichText.PROPOSED))))));
        assertThat(text.plainText()).isEqualTo("La halle est vide");
        assertThat(TextDifference.between(text, RichText.ofPlainText("La halle est vide")).isEmpty()).isTrue();
        RichText within = new RichText(List.of(new RichText.Element("paragraph", new RichText.Text("des comm"),
                new RichText.Text("andes", List.of(new RichText.Mark(RichText.PROPOSED_AWAY))))));
        assertThat(TextDifference.between(RichText.ofPlainText("des commandes"), within).isEmpty()).isTrue();
    }

    @Test
    void aParagraphThatIsOnlyProposedIsNotThereAndOneThatIsProposedAwayStillIs() {
        document.edit(12, edit -> edit.replaceXml(Trees.ROOT, List.of(
                new XmlNode.Element("paragraph", Map.of(), List.of(new XmlNode.Text(List.of(new TextRun("La halle est vide", Map.of()),
                        new TextRun(RichText.PROPOSED_BREAK + "Depuis mars", Map.of(RichText.PROPOSED, Map.of("id", "a"))),
                        new TextRun(".", Map.of()))))),
                new XmlNode.Element("paragraph", Map.of("away", "{\"id\":\"b\"}"),
                        List.of(new XmlNode.Text(List.of(new TextRun("Elle est louée.", Map.of()))))))));
        RichText read = Trees.document(document.read().xml(Trees.ROOT));
        assertThat(read.plainText()).isEqualTo("La halle est vide.\nElle est louée.");
        assertThat(read.words()).isEqualTo(7);
        assertThat(TextDifference.between(RichText.ofPlainText("La halle est vide.\nElle est louée."), read).isEmpty()).isTrue();
        assertThat(read.toJson()).doesNotContain("away");
    }
}
