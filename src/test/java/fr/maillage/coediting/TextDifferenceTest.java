package fr.maillage.coediting;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.coediting.TextDifference.Block;
import fr.maillage.coediting.TextDifference.Change;
import fr.maillage.coediting.TextDifference.Part;
import fr.maillage.coediting.TextDifference.Words;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TextDifferenceTest {

    /** The difference in one line: [+new+], [-gone-], [~looks different~], a block within its sign. */
    private static String said(RichText before, RichText after) {
        return said(TextDifference.between(before, after).parts());
    }

    private static String said(List<Part> parts) {
        return parts.stream().map(part -> switch (part) {
            case Words words -> signed(words.change(), words.text());
            case Block block -> {
                String name = block.type().substring(0, 1);
                String inner = said(block.content());
                yield name + sign(block.change()) + "(" + inner + ")";
            }
        }).collect(Collectors.joining());
    }

    private static String sign(Change change) {
        return switch (change) {
            case SAME -> "";
            case ADDED -> "+";
            case REMOVED -> "-";
            case FORMATTED -> "~";
        };
    }

    private static String signed(Change change, String text) {
        return change == Change.SAME ? text : "[" + sign(change) + text + sign(change) + "]";
    }

    private static RichText lines(String... lines) {
        return MarkdownText.read(String.join("\n\n", lines));
    }

    @Test
    void wordsThatChangedAreMarkedAndTheRestIsLeft() {
        assertThat(said(lines("Le bâtiment relais ouvre en mars."), lines("Le bâtiment relais ouvrira en juin 2027.")))
                .isEqualTo("p(Le bâtiment relais [-ouvre-][+ouvrira+] en [-mars-][+juin 2027+].)");
    }

    @Test
    void whatIsReplacedWordForWordIsOneChange() {
        assertThat(said(lines("Voir les deux ateliers"), lines("Voir les trois halles")))
                .isEqualTo("p(Voir les [-deux ateliers-][+trois halles+])");
    }

    @Test
    void aParagraphThatIsNewOrGoneIsOneBlock() {
        assertThat(said(lines("Premier point.", "Deuxième point à revoir.", "Fin."),
                lines("Premier point.", "Fin.", "Une annexe toute neuve.")))
                .isEqualTo("p(Premier point.)p-([-Deuxième point à revoir.-])p(Fin.)p+([+Une annexe toute neuve.+])");
    }

    @Test
    void listsStayListsAndTheirPointsAreCompared() {
        assertThat(said(MarkdownText.read("- Racheter la halle\n- Louer"), MarkdownText.read(
                "- Racheter la halle vide\n- Louer\n- Démolir")))
                .isEqualTo("b(l(p(Racheter la halle[+ vide+]))l(p(Louer))l+(p+([+Démolir+])))");
    }

    @Test
    void aCellThatChangedLeavesItsTableWhole() {
        RichText before = table("2026", "10 000");
        RichText after = table("2026", "12 500");
        assertThat(said(before, after)).isEqualTo("t(t(t(p(2026))t(p([-10 000-][+12 500+]))))");
    }

    private static RichText table(String... cells) {
        RichText.Node[] row = new RichText.Node[cells.length];
        for (int i = 0; i < cells.length; i++) {
            row[i] = new RichText.Element("tableCell", new RichText.Element("paragraph", new RichText.Text(cells[i])));
        }
        return new RichText(List.of(new RichText.Element("table", new RichText.Element("tableRow", row))));
    }

    @Test
    void wordsThatOnlyLookDifferentAreSaidSo() {
        assertThat(said(lines("La halle est vide"), lines("La halle est **vide**")))
                .isEqualTo("p(La halle est [~vide~])");
        assertThat(said(lines("Contexte général"), lines("## Contexte général"))).isEqualTo("h~(Contexte général)");
    }

    @Test
    void aCommentOnWordsIsNoChangeOfThem() {
        RichText commented = new RichText(List.of(new RichText.Element("paragraph", new RichText.Text("La halle",
                List.of(new RichText.Mark("comment"))))));
        assertThat(TextDifference.between(lines("La halle"), commented).isEmpty()).isTrue();
    }

    @Test
    void equalTextsDifferInNothingAndEmptyOnesAreNew() {
        assertThat(TextDifference.between(lines("Un", "Deux"), lines("Un", "Deux")).isEmpty()).isTrue();
        TextDifference all = TextDifference.between(RichText.empty(), lines("Un deux", "Trois"));
        assertThat(all.words(Change.ADDED)).isEqualTo(3);
        assertThat(all.words(Change.REMOVED)).isZero();
    }

    @Test
    void takingTheNewAwayGivesTheOldAndTheGoneTheNew() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            RichText before = random(random);
            RichText after = random(random);
            TextDifference difference = TextDifference.between(before, after);
            assertThat(words(difference.parts(), Change.ADDED)).isEqualTo(bare(before));
            assertThat(words(difference.parts(), Change.REMOVED)).isEqualTo(bare(after));
        }
    }

    private static RichText random(Random random) {
        return new RichText(IntStream.range(0, random.nextInt(6)).<RichText.Node>mapToObj(i -> new RichText.Element(
                random.nextInt(5) == 0 ? "heading" : "paragraph", new RichText.Text(IntStream.range(0, 1 + random.nextInt(8))
                        .mapToObj(j -> "mot" + random.nextInt(6)).collect(Collectors.joining(" "))))).toList());
    }

    private static String words(List<Part> parts, Change without) {
        return parts.stream().map(part -> switch (part) {
            case Words words -> words.change() == without ? "" : words.text();
            case Block block -> block.change() == without ? "" : words(block.content(), without);
        }).collect(Collectors.joining());
    }

    private static String bare(RichText text) {
        return text.plainText().replace("\n", "");
    }

    @Test
    @Timeout(120)
    void twoBooksThatHaveNothingInCommonAreComparedInTime() {
        RichText one = book("a");
        RichText other = book("b");
        assertThat(TextDifference.between(one, other).words(Change.ADDED)).isEqualTo(3_000 * 20);
    }

    private static RichText book(String letter) {
        return new RichText(IntStream.range(0, 3_000).<RichText.Node>mapToObj(i -> new RichText.Element("paragraph",
                new RichText.Text(IntStream.range(0, 20).mapToObj(j -> letter + i + "x" + j)
                        .collect(Collectors.joining(" "))))).toList());
    }
}
