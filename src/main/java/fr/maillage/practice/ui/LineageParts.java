package fr.maillage.practice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import fr.maillage.access.AccessPolicy;
import fr.maillage.access.ItemDirectory;
import fr.maillage.access.Operation;
import fr.maillage.access.Spaces;
import fr.maillage.access.Spaces.Space;
import fr.maillage.access.Subject;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import fr.maillage.base.ui.DrawnList;
import fr.maillage.base.ui.Emblem;
import fr.maillage.base.ui.Formats;
import fr.maillage.base.ui.Icon;
import fr.maillage.base.ui.ListLine;
import fr.maillage.base.ui.Section;
import fr.maillage.base.ui.SpaceEmblem;
import fr.maillage.practice.Lineage;
import fr.maillage.practice.PracticeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a reader does with a practice: says interest, takes it up; and who did before. */
@org.springframework.stereotype.Component
class LineageParts {

    private final Lineage lineage;
    private final AccessPolicy policy;
    private final Spaces spaces;
    private final List<ItemDirectory> directories;
    private final Today today;

    LineageParts(Lineage lineage, AccessPolicy policy, Spaces spaces, List<ItemDirectory> directories, Today today) {
        this.lineage = lineage;
        this.policy = policy;
        this.spaces = spaces;
        this.directories = directories;
        this.today = today;
    }

    /** The call to act, for those who may. */
    Component act(PracticeId id, Lineage.Reception reception, Runnable changed) {
        Div box = new Div();
        box.addClassName("ml-box");
        box.add(new H2(words("practice.act")),
                new Paragraph(words("practice.interest.count", reception.interested())));
        if (policy.may(Operation.EXPRESS_INTEREST, Subject.of(id.ref()))) {
            Button takeUp = new Button(words("practice.takeUp"), Icon.GIT_FORK.create(), click -> new TakeUpDialog(id, lineage, spaces).open());
            takeUp.addThemeVariants(ButtonVariant.PRIMARY);
            takeUp.addClassName("ml-wide");
            boolean mine = reception.interestedMyself();
            Button interest = new Button(words(mine ? "practice.interested" : "practice.interest"),
                    (mine ? Icon.CHECK : Icon.STAR).create(), click -> {
                        lineage.interested(id, !mine);
                        changed.run();
                    });
            interest.getElement().setAttribute("aria-pressed", String.valueOf(mine));
            interest.setDisableOnClick(true);
            interest.addClassName("ml-wide");
            box.add(takeUp, interest);
        }
        return box;
    }

    /** The actions it became, as far as the reader may see them. */
    Component takenUp(Lineage.Reception reception) {
        List<UUID> ids = reception.takenUp().stream().map(Lineage.TakenUp::item).toList();
        Map<UUID, ItemDirectory.Card> cards = new HashMap<>();
        directories.forEach(directory -> cards.putAll(directory.cards(ids)));
        Map<SpaceId, Space> known = spaces.find(reception.takenUp().stream().map(Lineage.TakenUp::space).toList());
        List<Component> lines = new ArrayList<>();
        Formats formats = Formats.current();
        for (Lineage.TakenUp taken : reception.takenUp()) {
            ItemDirectory.Card card = cards.get(taken.item());
            Space space = known.get(taken.space());
            if (card != null && space != null) {
                lines.add(new ListLine(card.title(), "/" + card.path())
                        .sign(new SpaceEmblem(space.hue(), Emblem.stored(space.emblem())))
                        .meta(space.shortName(), formats.moment(taken.at(), today.now())));
            }
        }
        return new Section(words("practice.takenUp"),
                lines.isEmpty() ? new Paragraph(words("practice.takenUp.none")) : new DrawnList(lines));
    }

    private static String words(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
