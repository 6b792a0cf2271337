package fr.maillage.base.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.i18n.I18NProvider;

/** One sentence after an act, at the foot of the screen: what is now true, and how to undo it. */
public final class Notices {

    private static final int READ = 6_000;
    private static final int UNDO = 12_000;

    private Notices() {}

    /** Something was done: “Fiche publiée. Quatre personnes la découvrent.” Goes by itself. */
    public static Notification success(String sentence) {
        return show("good", Icon.CIRCLE_CHECK, sentence, READ);
    }

    /** Something was done and can be undone. Goes by itself, later. */
    public static Notification undo(String sentence, Runnable undo) {
        Notification notice = show("good", Icon.CIRCLE_CHECK, sentence, UNDO);
        Button button = new Button(I18NProvider.translate("base.notice.undo"), event -> {
            notice.close();
            undo.run();
        });
        button.addClassName("small");
        notice.getChildren().findFirst().map(Div.class::cast).orElseThrow().add(button);
        return notice;
    }

    /** Something could not be done: why, and what to do now. Stays until it is closed; never technical words. */
    public static Notification error(String sentence) {
        Notification notice = show("bad", Icon.CIRCLE_ALERT, sentence, 0);
        notice.setAssertive(true);
        Button close = new Button(Icon.X.create(), event -> notice.close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.getElement().getThemeList().add("icon");
        close.addClassName("small");
        close.setAriaLabel(I18NProvider.translate("base.notice.close"));
        notice.getChildren().findFirst().map(Div.class::cast).orElseThrow().add(close);
        return notice;
    }

    private static Notification show(String tone, Icon icon, String sentence, int duration) {
        Span text = new Span(sentence);
        text.addClassName("text");
        Div line = new Div(icon.create(), text);
        line.addClassNames("ml-notice", tone);
        Notification notice = new Notification(line);
        notice.setDuration(duration);
        notice.setPosition(Notification.Position.BOTTOM_START);
        notice.open();
        return notice;
    }
}
