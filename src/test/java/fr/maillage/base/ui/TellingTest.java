package fr.maillage.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TellingTest {

    @BeforeEach
    void aBrowser() {
        MockVaadin.setup();
    }

    @AfterEach
    void closes() {
        MockVaadin.tearDown();
    }

    @Test
    void aScreenThatIsClosedKeepsNoOtherFromBeingTold() {
        List<String> told = new ArrayList<>();
        for (UI screen : List.of(new UI(), UI.getCurrent())) {
            Telling.tell(screen, () -> told.add(screen.isAttached() ? "open" : "closed"));
        }
        MockVaadin.clientRoundtrip(true);
        assertThat(told).containsExactly("open");
    }
}
