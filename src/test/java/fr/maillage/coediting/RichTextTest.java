package fr.maillage.coediting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.coediting.yjs.SharedDocument;
import java.util.List;
import org.junit.jupiter.api.Test;

class RichTextTest {

    private static final String JSON = """
            {"type":"doc","content":[{"type":"heading","attrs":{"level":2},"content":[{"type":"text","text":"Ordre du jour"}]},\
            {"type":"bulletList","content":[{"type":"listItem","content":[{"type":"paragraph","content":[\
            {"type":"text","text":"Avec "},{"type":"reference","attrs":{"id":"x","kind":"person","label":"Maud"}},\
            {"type":"text","text":" demain","marks":[{"type":"bold"},{"type":"link","attrs":{"href":"https://exemple.fr"}}]}]}]}]},\
            {"type":"paragraph"}]}""";

    @Test
    void itIsTheSameAfterGoingThroughASharedDocument() {
        RichText document = RichText.ofJson(JSON);
        SharedDocument shared = new SharedDocument();
        shared.edit(1, edit -> edit.replaceXml("default", Trees.tree(document)));
        assertThat(Trees.document(shared.read().xml("default")).toJson()).isEqualTo(document.toJson()).isEqualTo(JSON);
    }

    @Test
    void itsWordsStandLineByLine() {
        RichText document = RichText.ofJson(JSON);
        assertThat(document.plainText()).isEqualTo("Ordre du jour\nAvec @… demain");
        assertThat(document.words()).isEqualTo(6);
        assertThat(RichText.ofPlainText("un\n\ndeux").plainText()).isEqualTo("un\n\ndeux");
    }

    @Test
    void whatIsNoDocumentIsRefused() {
        for (String json : List.of("", "[]", "{}", "{\"type\":\"paragraph\"}", "{\"type\":\"doc\",\"content\":[{}]}",
                "{\"type\":\"doc\",\"content\":" + "[{\"type\":\"p\",\"content\":".repeat(200) + "[]" + "}]".repeat(200) + "}")) {
            assertThatThrownBy(() -> RichText.ofJson(json)).as(json).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
