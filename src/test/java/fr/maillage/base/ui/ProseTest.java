package fr.maillage.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write is shown; what others slip into it is not run. */
class ProseTest {

    @Test
    void theUsualSignsAreUnderstood() {
        assertThat(Prose.html("Un **mot** et _un autre_\n\n- un\n- deux", 3))
                .contains("<strong>mot</strong>", "<em>un autre</em>", "<li>un</li>");
    }

    @Test
    void headingsFindTheirLevelInThePage() {
        assertThat(Prose.html("# Un\n\n## Deux\n\n###### Six", 3)).contains("<h3>Un</h3>", "<h4>Deux</h4>", "<h4>Six</h4>");
        assertThat(Prose.html("# Un", 2)).contains("<h2>Un</h2>");
    }

    @Test
    void linksLeadOutWithoutTelling() {
        assertThat(Prose.html("[site](https://exemple.fr/a?b=1)", 3))
                .contains("href=\"https://exemple.fr/a?b&#61;1\"").contains("noopener").contains("nofollow");
        assertThat(Prose.html("[fiche](plans/12)", 3)).contains("href=\"plans/12\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[clic](javascript:alert(1))",
        "[clic](JaVaScRiPt:alert(1))",
        "[clic](&#106;avascript:alert(1))",
        "[clic](data:text/html;base64,PHNjcmlwdD4=)",
        "[clic](vbscript:msgbox)",
        "<a href=\"https://exemple.fr\" onclick=\"alert(1)\">x</a>",
        "<svg/onload=alert(1)>",
        "<iframe src=\"https://exemple.fr\"></iframe>",
        "<p style=\"position:fixed\">x</p>",
        "<form action=\"https://exemple.fr\"><input name=a></form>",
        "![img](javascript:alert(1))",
        "<style>*{display:none}</style>",
        "<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>",
        "<<script>script>alert(1)<</script>/script>"})
    void nothingRuns(String attack) {
        String html = Prose.html(attack, 3).toLowerCase();
        assertThat(html).doesNotContain("<script", "<img", "<svg", "<iframe", "<style", "<form", "<input", "<math",
                "href=\"javascript", "href=\"data", "href=\"vbscript", "<p style");
        assertThat(html.replaceAll("&lt;.*?&gt;", "")).doesNotContainPattern("<[^>]*\\son\\w+=");
    }

    @Test
    void textIsCutAtAWord() {
        assertThat(Prose.text("Un **deux** trois\nquatre", 40)).isEqualTo("Un deux trois quatre");
        assertThat(Prose.text("Un deux trois quatre", 12)).isEqualTo("Un deux…");
    }
}
