package fr.maillage.coediting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTextTest {

    @Test
    void readsWhatPeopleWriteInMarkdown() {
        assertThat(MarkdownText.read("""
                # Montage

                La halle est **vide**, voir [le site](https://exemple.fr).
                Deux lots.

                - Racheter
                  1. Financer
                > Oui.
                """).toJson()).isEqualTo("{\"type\":\"doc\",\"content\":["
                + "{\"type\":\"heading\",\"attrs\":{\"level\":2},\"content\":[{\"type\":\"text\",\"text\":\"Montage\"}]},"
                + "{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"La halle est \"},"
                + "{\"type\":\"text\",\"text\":\"vide\",\"marks\":[{\"type\":\"bold\"}]},{\"type\":\"text\",\"text\":\", voir \"},"
                + "{\"type\":\"text\",\"text\":\"le site\",\"marks\":[{\"type\":\"link\",\"attrs\":{\"href\":\"https://exemple.fr\"}}]},"
                + "{\"type\":\"text\",\"text\":\".\"},{\"type\":\"hardBreak\"},{\"type\":\"text\",\"text\":\"Deux lots.\"}]},"
                + "{\"type\":\"bulletList\",\"content\":[{\"type\":\"listItem\",\"content\":["
                + "{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"Racheter\"}]},"
                + "{\"type\":\"orderedList\",\"attrs\":{\"start\":1},\"content\":[{\"type\":\"listItem\",\"content\":["
                + "{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"Financer\"}]}]}]}]}]},"
                + "{\"type\":\"blockquote\",\"content\":[{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"Oui.\"}]}]}]}");
    }

    @Test
    void markupAndStrangeAddressesStayWords() {
        RichText text = MarkdownText.read("<script>alert(1)</script>\n\nVoir [ici](javascript:alert(1)) et `code`.");
        assertThat(text.plainText()).isEqualTo("<script>alert(1)</script>\nVoir ici et code.");
        assertThat(text.toJson()).doesNotContain("javascript");
    }

    @Test
    void nothingWrittenIsOneEmptyParagraph() {
        assertThat(MarkdownText.read(" \n").toJson())
                .isEqualTo("{\"type\":\"doc\",\"content\":[{\"type\":\"paragraph\"}]}");
    }

    @Test
    void whatIsNestedWithoutEndStaysShallow() {
        String json = MarkdownText.read("> ".repeat(5_000) + "fin").toJson();
        assertThat(json).contains("fin");
        assertThat(json.split("blockquote", -1)).hasSizeLessThan(20);
    }
}
