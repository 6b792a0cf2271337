package fr.maillage.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the browser hands back of a form; that it keeps it is played in {@code DraftsIT}. */
class DraftKeeperTest {

    @BeforeEach
    void open() {
        MockVaadin.setup();
    }

    @AfterEach
    void close() {
        MockVaadin.tearDown();
    }

    private static JsonNode draft(String json) {
        return JsonMapper.shared().readTree(json);
    }

    @Test
    void aFormHearsWhichVersionItsDraftWasWrittenOn() {
        List<Long> heard = new ArrayList<>();
        Div form = new Div();
        DraftKeeper drafts = new DraftKeeper(form, "plan/1", Instant.EPOCH).version(7, heard::add);
        assertThat(form.getElement().getAttribute("data-draft-base")).isEqualTo("7");

        drafts.taken(draft("{\"base\": \"5\", \"choices\": []}"));
        drafts.taken(draft("{\"base\": \"\", \"choices\": []}"));
        drafts.taken(draft("{\"base\": \"not ours\"}"));

        assertThat(heard).as("that of then; of what nobody knows, none").containsExactly(5L, -1L, -1L);
    }

    @Test
    void choicesAreFoundByTheirWordsAndThoseThatAreGoneAreLeftOut() {
        MultiSelectComboBox<Integer> years = new MultiSelectComboBox<>();
        years.setItems(2026, 2027, 2028);
        years.setItemLabelGenerator(year -> "année " + year);
        TextField unit = new TextField();
        DraftKeeper drafts = new DraftKeeper(new Div(), "form", Instant.EPOCH).choices("years", years)
                .choice("unit", unit, words -> unit.setValue(words.getFirst()));

        drafts.taken(draft("""
                {"base": "", "choices": [{"name": "years", "words": ["année 2028", "année 1999"]},
                    {"name": "unit", "words": ["€ / m²"]}, {"name": "gone", "words": ["x"]}]}"""));

        assertThat(years.getValue()).containsExactly(2028);
        assertThat(unit.getValue()).isEqualTo("€ / m²");
        assertThat(unit.getElement().hasAttribute("data-draft-words")).isTrue();
    }
}
