package fr.maillage.opportunity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import fr.maillage.base.Hue;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.Today;
import fr.maillage.base.ui.Formats;
import fr.maillage.base.ui.ItemList;
import fr.maillage.base.ui.Notices;
import fr.maillage.base.ui.PersonChip;
import fr.maillage.base.ui.Tag;
import fr.maillage.member.Organizations;
import fr.maillage.member.People;
import fr.maillage.opportunity.InterestLine;
import fr.maillage.opportunity.InterestService;
import fr.maillage.opportunity.InterestState;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The interests received, newest first, each with the act of answering it. */
class InterestsReceived extends Composite<ItemList> {

    private final transient InterestService service;
    private final transient Today today;
    private final transient Runnable changed;

    InterestsReceived(List<InterestLine> lines, Map<?, People.Card> people, Map<?, Organizations.Card> organizations,
            InterestService service, Today today, Runnable changed) {
        this.service = service;
        this.today = today;
        this.changed = changed;
        lines.forEach(line -> {
            People.Card person = people.get(line.person());
            Organizations.Card firm = line.organization() == null ? null : organizations.get(line.organization());
            getContent().add(line(line, person == null ? "" : person.name(), firm == null ? "" : firm.name()));
        });
    }

    private Div line(InterestLine line, String name, String organization) {
        PersonChip chip = new PersonChip(name, Hue.of(line.person().value().toString()));
        if (!organization.isEmpty()) {
            chip.note(organization);
        }
        Span when = new Span(Formats.current().moment(line.expressedAt(), today.now()));
        when.addClassNames("ml-muted", "ml-small");
        Div head = new Div(chip, new Tag(getTranslation(line.state().messageKey())), when);
        head.addClassNames("ml-row", "ml-wrap");
        Div all = new Div(head, new Paragraph(line.message()));
        all.addClassName("ml-stack");
        if (!line.answer().isEmpty()) {
            Paragraph answer = new Paragraph(line.answer());
            answer.addClassName("ml-note");
            all.add(answer);
        }
        if (line.state() != InterestState.WITHDRAWN) {
            Button answer = new Button(getTranslation("opportunity.interest.answer"), event -> answer(line, name));
            answer.addClassName("small");
            answer.setAriaLabel(getTranslation("opportunity.interest.answerTo", name));
            Div row = new Div(answer);
            row.addClassName("ml-row");
            all.add(row);
        }
        return all;
    }

    private void answer(InterestLine line, String name) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(getTranslation("opportunity.interest.answerTo", name));
        RadioButtonGroup<InterestState> state = new RadioButtonGroup<>(getTranslation("opportunity.interest.state"));
        state.setItems(Stream.of(InterestState.values()).filter(InterestState::isAnswer).toList());
        state.setItemLabelGenerator(one -> getTranslation(one.messageKey()));
        state.setValue(line.state().isAnswer() ? line.state() : InterestState.IN_DISCUSSION);
        TextArea words = new TextArea(getTranslation("opportunity.interest.words"));
        words.setMaxLength(2000);
        words.setValue(Objects.requireNonNullElse(line.answer(), ""));
        words.setWidthFull();
        Div form = new Div(state, words);
        form.addClassNames("ml-stack", "ml-gap-16");
        dialog.add(form);
        Button send = new Button(getTranslation("opportunity.interest.sendAnswer"));
        send.addThemeVariants(ButtonVariant.PRIMARY);
        send.setDisableOnClick(true);
        send.addClickListener(event -> {
            try {
                service.answer(line.id(), state.getValue(), words.getValue());
                dialog.close();
                changed.run();
                Notices.success(getTranslation("opportunity.interest.answered", name));
            } catch (InvalidInput why) {
                words.setErrorMessage(getTranslation(why.messageKey(), why.arguments()));
                words.setInvalid(true);
                words.focus();
                send.setEnabled(true);
            }
        });
        dialog.getFooter().add(new Button(getTranslation("opportunity.cancel"), event -> dialog.close()), send);
        dialog.open();
    }
}
