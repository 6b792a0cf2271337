package fr.maillage.coediting;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.coediting.RichText.Element;
import fr.maillage.coediting.RichText.Node;
import fr.maillage.coediting.RichText.Text;
import fr.maillage.coediting.TextDifference.Block;
import fr.maillage.coediting.TextDifference.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What stands in a text for a person or an item. */
class ReferenceTest {

    private final Reference maud = new Reference(Reference.PERSON, UUID.randomUUID());
    private final Reference action = new Reference("action", UUID.randomUUID());

    private static RichText line(Node... parts) {
        return new RichText(List.of(new Element("paragraph", parts), new Element("paragraph", new Text("Fin."))));
    }

    @Test
    void itIsWrittenAndReadAgain() {
        assertThat(Reference.parse(maud.toString())).contains(maud);
        assertThat(Reference.of(action.toNode())).contains(action);
        assertThat(Reference.in(RichText.ofJson(line(maud.toNode(), action.toNode(), maud.toNode()).toJson())))
                .containsExactly(maud, action);
        for (String foreign : List.of("", ":", "person", "person:", "person:x", ":" + maud.id())) {
            assertThat(Reference.parse(foreign)).as(foreign).isEmpty();
        }
        assertThat(Reference.of(new Element(Reference.NODE, Map.of("kind", "person", "id", "x"), List.of()))).isEmpty();
    }

    @Test
    void itsWordsTellNobodysNameWhateverSomebodyPutThereByHand() {
        Element byHand = new Element(Reference.NODE, Map.of("kind", "action", "id", action.id().toString(), "label",
                "Projet confidentiel"), List.of());
        assertThat(line(new Text("Voir "), maud.toNode(), new Text(" pour "), byHand).plainText())
                .isEqualTo("Voir @… pour #…\nFin.");
        assertThat(line(byHand).plainText()).as("alone in its line").isEqualTo("#…\nFin.");
    }

    @Test
    void moreThanATextMayHoldIsLeftOut() {
        List<Node> many = new ArrayList<>();
        for (int i = 0; i < Reference.MOST + 20; i++) {
            many.add(new Reference("plan", UUID.randomUUID()).toNode());
        }
        assertThat(Reference.in(line(many.toArray(Node[]::new)))).hasSize(Reference.MOST);
    }

    @Test
    void twoTextsAreComparedByWhatTheyReferTo() {
        RichText before = line(new Text("Voir "), maud.toNode(), new Text(" demain"));
        assertThat(TextDifference.between(before, before).isEmpty()).isTrue();
        TextDifference difference = TextDifference.between(before, line(new Text("Voir "), action.toNode(), new Text(" demain")));
        assertThat(((Block) difference.parts().getFirst()).content().stream().filter(Block.class::isInstance)
                .map(Block.class::cast)).extracting(Block::change, part -> Reference.of(new Element(part.type(),
                        part.attributes(), List.of())).orElseThrow())
                .containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple(Change.REMOVED, maud),
                        org.assertj.core.groups.Tuple.tuple(Change.ADDED, action));
    }

    @Test
    void aPictureIsItsDescriptionInWords() {
        Element picture = new Element(Picture.NODE, Map.of("id", UUID.randomUUID().toString(), "alt", "La halle vue du nord"),
                List.of());
        Element decoration = new Element(Picture.NODE, Map.of("id", UUID.randomUUID().toString(), "alt", ""), List.of());
        RichText text = new RichText(List.of(new Element("paragraph", new Text("Avant")), picture, decoration,
                new Element("paragraph", new Text("Après"))));
        assertThat(text.plainText()).isEqualTo("Avant\nLa halle vue du nord\nAprès");
        assertThat(Picture.of(picture).map(Picture::alt)).contains("La halle vue du nord");
    }
}
