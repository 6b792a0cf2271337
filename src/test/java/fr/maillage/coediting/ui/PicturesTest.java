package fr.maillage.coediting.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import fr.maillage.IntegrationTest;
import fr.maillage.Screens;
import fr.maillage.TestWorld;
import fr.maillage.access.ItemRef;
import fr.maillage.coediting.LiveTextId;
import fr.maillage.coediting.LiveTextRef;
import fr.maillage.coediting.Picture;
import fr.maillage.coediting.RichText;
import fr.maillage.coediting.RichText.Element;
import fr.maillage.file.Attachment;
import fr.maillage.file.Attachments;
import fr.maillage.plan.PlanService;
import fr.maillage.plan.PlanWorld;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Pictures in texts: the files of the item and nothing else, each with words for those who do not see it. */
@IntegrationTest
class PicturesTest {

    private static final byte[] PNG = Base64.getDecoder().decode(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @Autowired
    private TestWorld world;
    @Autowired
    private PlanWorld planWorld;
    @Autowired
    private Screens screens;
    @Autowired
    private Attachments attachments;
    @Autowired
    private LiveTextComponents live;

    private PlanWorld.Town town;
    private ItemRef plan;

    @BeforeEach
    void aPlanOfATown() {
        town = planWorld.town();
        plan = new ItemRef(PlanService.KIND, town.plan().value());
        screens.open();
    }

    @AfterEach
    void close() {
        screens.close();
        world.asAnonymous();
    }

    private LiveText text(boolean writing) {
        LiveText text = live.of(new LiveTextId(UUID.randomUUID()), new LiveTextRef(plan, "summary"), "Résumé", writing);
        UI.getCurrent().add(text);
        return text;
    }

    @Test
    void onlyThePicturesOfTheItemAreOfferedAndWhatTheyShowIsAsked() {
        attachments.add(plan, "compte.txt", new ByteArrayInputStream("des mots".getBytes(StandardCharsets.UTF_8)));
        Attachment halle = attachments.add(plan, "halle.png", new ByteArrayInputStream(PNG));
        List<Picture> chosen = new ArrayList<>();
        new PictureDialog(attachments.of(plan).stream().filter(Attachment::isPicture).toList(), chosen::add).open();
        @SuppressWarnings("unchecked")
        RadioButtonGroup<Attachment> which = _get(RadioButtonGroup.class);
        assertThat(which.getListDataView().getItems()).containsExactly(halle);
        _click(_get(Button.class, spec -> spec.withText("Insérer")));
        assertThat(_get(TextField.class).isInvalid()).as("neither described nor said to decorate").isTrue();
        assertThat(chosen).isEmpty();
        _setValue(_get(TextField.class), "La halle vue du nord");
        _click(_get(Button.class, spec -> spec.withText("Insérer")));
        assertThat(chosen).containsExactly(new Picture(halle.id(), "La halle vue du nord"));
    }

    @Test
    void aPictureThatDecoratesIsSaidToAndOnePutsNothingWhereThereIsNone() {
        text(true).pictures();
        assertThat(_get(Dialog.class).getElement().getTextRecursively()).contains("Aucune image");
        _click(_get(Button.class, spec -> spec.withText("Annuler")));
        attachments.add(plan, "frise.png", new ByteArrayInputStream(PNG));
        text(true).pictures();
        _setValue(_get(Checkbox.class), true);
        _click(_get(Button.class, spec -> spec.withText("Insérer")));
        assertThat(_find(Dialog.class)).isEmpty();
        text(false).pictures();
        assertThat(_find(Dialog.class)).as("who only reads chooses nothing").isEmpty();
    }

    @Test
    void whoReadsGetsThePictureFromWhereFilesAreAndNeverFromElsewhere() {
        Attachment halle = attachments.add(plan, "halle.png", new ByteArrayInputStream(PNG));
        RichText text = new RichText(List.of(
                new Element(Picture.NODE, Map.of("id", halle.id().toString(), "alt", "La halle"), List.of()),
                new Element(Picture.NODE, Map.of("id", "https://ailleurs.example/x.png", "src", "https://ailleurs.example/x.png",
                        "alt", "Pisteur"), List.of())));
        UI.getCurrent().add(live.read(text, plan));
        Image shown = _get(Image.class);
        assertThat(shown.getSrc()).isEqualTo("/fichiers/" + halle.id() + "?picture=true&of=" + plan.id());
        assertThat(shown.getAlt()).contains("La halle");
        assertThat(screens.everything()).doesNotContain("ailleurs.example");
    }
}
