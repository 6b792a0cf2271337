package fr.maillage.opportunity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.Today;
import fr.maillage.base.ui.Formats;
import fr.maillage.base.ui.LinkButton;
import fr.maillage.base.ui.Notices;
import fr.maillage.base.ui.Tag;
import fr.maillage.opportunity.InterestLine;
import fr.maillage.opportunity.InterestService;
import fr.maillage.opportunity.InterestState;
import fr.maillage.opportunity.OpportunityId;
import fr.maillage.opportunity.OpportunityPage;
import fr.maillage.opportunity.OpportunityStatus;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where one says that one is interested, and then reads the answer. */
class InterestBox extends Composite<Div> {

    private final transient InterestService service;
    private final transient Today today;
    private final transient Runnable changed;
    private final OpportunityId id;

    InterestBox(OpportunityPage one, String author, boolean signedIn, @Nullable InterestLine own,
            InterestService service, Today today, Runnable changed) {
        this.service = service;
        this.today = today;
        this.changed = changed;
        this.id = one.id();
        getContent().addClassName("ml-box");
        LocalDate deadline = one.content().deadline();
        boolean passed = deadline != null && deadline.isBefore(today.date());
        if (own != null && own.state() != InterestState.WITHDRAWN) {
            said(own);
        } else if (one.status() == OpportunityStatus.CLOSED || one.archived() || passed) {
            getContent().add(new H2(getTranslation("opportunity.interest.over")),
                    small(getTranslation(passed && one.status() == OpportunityStatus.OPEN
                            ? "opportunity.interest.overPassed" : "opportunity.interest.overText")));
        } else if (!signedIn) {
            getContent().add(new H2(getTranslation("opportunity.interest.question")),
                    small(getTranslation("opportunity.interest.signIn")),
                    new LinkButton(getTranslation("opportunity.interest.signInButton"), "/login").primary());
        } else if (one.may().expressInterest()) {
            ask(author);
        } else {
            setVisible(false);
        }
    }

    private void ask(String author) {
        TextArea message = new TextArea(getTranslation("opportunity.interest.message"));
        message.setHelperText(getTranslation("opportunity.interest.messageHelp"));
        message.setMaxLength(2000);
        message.setWidthFull();
        message.setVisible(false);
        Button say = new Button(getTranslation("opportunity.interest.say"));
        say.addThemeVariants(ButtonVariant.PRIMARY);
        say.setWidthFull();
        say.setDisableOnClick(true);
        say.addClickListener(event -> {
            say.setEnabled(true);
            if (!message.isVisible()) {
                message.setVisible(true);
                message.focus();
                say.setText(getTranslation("opportunity.interest.send"));
                return;
            }
            try {
                service.express(id, message.getValue());
                changed.run();
                Notices.success(getTranslation("opportunity.interest.sent"));
            } catch (InvalidInput why) {
                message.setErrorMessage(getTranslation(why.messageKey(), why.arguments()));
                message.setInvalid(true);
                message.focus();
            }
        });
        getContent().add(new H2(getTranslation("opportunity.interest.question")),
                small(getTranslation("opportunity.interest.who", author)), message, say, onPhone(message, say));
    }

    /** On a phone the box stands far below: what one comes for is always at hand, and leads there. */
    private Div onPhone(TextArea message, Button say) {
        Div foot = new Div();
        foot.addClassName("ml-phone-action");
        Button first = new Button(getTranslation("opportunity.interest.say"), event -> {
            foot.setVisible(false);
            message.setVisible(true);
            say.setText(getTranslation("opportunity.interest.send"));
            getElement().executeJs("this.scrollIntoView({block: 'center'})");
            message.focus();
        });
        first.addThemeVariants(ButtonVariant.PRIMARY);
        foot.add(first);
        say.addClickListener(event -> foot.setVisible(false));
        return foot;
    }

    private void said(InterestLine own) {
        Formats formats = Formats.current();
        getContent().add(new H2(getTranslation("opportunity.interest.yours")),
                new Tag(getTranslation(own.state().messageKey())),
                small(getTranslation("opportunity.interest.saidOn",
                        formats.moment(own.expressedAt(), today.now()))),
                new Paragraph(own.message()));
        if (!own.answer().isEmpty()) {
            Paragraph answer = new Paragraph(own.answer());
            answer.addClassName("ml-note");
            getContent().add(answer);
        }
        Button withdraw = new Button(getTranslation("opportunity.interest.withdraw"), event -> {
            service.withdraw(id);
            changed.run();
            Notices.success(getTranslation("opportunity.interest.withdrawn"));
        });
        withdraw.addThemeVariants(ButtonVariant.TERTIARY);
        withdraw.addClassName("small");
        getContent().add(withdraw);
    }

    private static Paragraph small(String words) {
        Paragraph small = new Paragraph(words);
        small.addClassNames("ml-muted", "ml-small");
        return small;
    }
}
