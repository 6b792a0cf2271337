package fr.maillage.member.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import fr.maillage.base.Hue;
import fr.maillage.base.Today;
import fr.maillage.base.ui.Formats;
import fr.maillage.base.ui.Icon;
import fr.maillage.base.ui.PersonChip;
import fr.maillage.base.ui.Tag;
import fr.maillage.member.MembershipState;
import fr.maillage.member.People.Member;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** One membership in the directory: who, for whom, as what; and for coordinators what can be decided. */
class MemberRow extends Composite<Div> {

    private final Member member;

    MemberRow(Member member, Today today) {
        this.member = member;
        getContent().addClassNames("ml-line", "middle", "ml-member");
        PersonChip chip = new PersonChip(member.name(), Hue.of(member.person().value().toString())).twoLines();
        if (member.state() == MembershipState.ACTIVE || member.state() == MembershipState.SUSPENDED) {
            chip.link(MemberNavigation.person(member.person()));
        }
        List<String> facts = new ArrayList<>();
        if (!member.functionTitle().isBlank()) {
            facts.add(member.functionTitle());
        }
        facts.add(member.organizationName());
        chip.note(String.join(", ", facts));
        Div text = new Div(chip);
        text.addClassName("text");
        if (!member.message().isBlank()) {
            Span message = new Span(member.message());
            message.addClassName("ml-note");
            text.add(message);
        }
        getContent().add(text);
        Span what = new Span(getTranslation("access.profile.one." + member.profile()));
        what.addClassName("ml-muted");
        getContent().add(what, new Tag(getTranslation(member.role().messageKey())));
        state(today.date());
    }

    private void state(LocalDate today) {
        if (member.state() == MembershipState.SUSPENDED) {
            getContent().add(new Tag(getTranslation("member.directory.suspended")).fresh());
        }
        LocalDate until = member.until();
        if (until != null) {
            Span end = new Span(getTranslation(until.isBefore(today) ? "member.directory.expired"
                    : "member.directory.until", Formats.current().shortDate(until, today)));
            end.addClassName("ml-muted");
            getContent().add(end);
        }
    }

    /** What can be decided, in a menu. */
    MemberRow menu(List<Choice> choices) {
        Button open = new Button(Icon.ELLIPSIS.create());
        open.addThemeVariants(ButtonVariant.TERTIARY);
        open.addClassName("small");
        open.setAriaLabel(getTranslation("member.directory.act", member.name()));
        ContextMenu menu = new ContextMenu(open);
        menu.setOpenOnClick(true);
        choices.forEach(choice -> menu.addItem(choice.label(), click -> choice.act().run()));
        getContent().add(open);
        return this;
    }

    /** What can be decided, as buttons. */
    MemberRow buttons(Component... buttons) {
        getContent().add(buttons);
        return this;
    }

    /** One thing that can be decided. */
    record Choice(String label, Runnable act) {}
}
