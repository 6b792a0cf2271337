package fr.maillage.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A thing in a list, read in this order: date, kind, title, why it is shown, price. Rows stand in an {@link ItemList}.
 */
public class ItemRow extends Composite<Article> {

    private static final int SOON = 7;

    private final Div middle = new Div();
    private final Div right = new Div();
    private final H3 heading;
    private final String title;

    public ItemRow(String title, String href) {
        this.title = title;
        getContent().addClassNames("ml-item", "no-date");
        heading = new H3(new Anchor(href, title));
        middle.addClassName("middle");
        middle.add(heading);
        right.addClassName("right");
        getContent().add(middle, right);
    }

    /** The date column. @param due null says that there is none */
    public ItemRow date(@Nullable LocalDate due, LocalDate today) {
        getContent().removeClassName("no-date");
        Div date = new Div();
        date.addClassName("date");
        if (due == null) {
            date.add(span("none", getTranslation("base.noDate.line")));
        } else {
            long days = ChronoUnit.DAYS.between(today, due);
            date.addClassName(days < 0 ? "late" : days <= SOON ? "soon" : "far");
            Formats formats = Formats.of(this);
            Locale locale = getLocale();
            String month = due.getYear() == today.getYear() || days < 200
                    ? DateTimeFormatter.ofPattern("MMM", locale).format(due)
                    : DateTimeFormatter.ofPattern("MMM uuuu", locale).format(YearMonth.from(due));
            date.add(span("day", String.valueOf(due.getDayOfMonth())), span("month", month),
                    span("rel", days < 0 ? formats.lateBy(due, today) : formats.relative(due, today)));
        }
        getContent().addComponentAsFirst(date);
        return this;
    }

    /** The line above the title: what kind of thing it is. */
    public ItemRow kind(Icon icon, String label) {
        return kind(icon, null, label);
    }

    /** The line above the title, with whether it is a need or an offer. */
    public ItemRow kind(Icon icon, @Nullable NeedOffer needOffer, String label) {
        Paragraph kind = new Paragraph();
        kind.addClassName("ml-kind");
        kind.add(icon.small());
        if (needOffer != null) {
            kind.add(needOffer);
        }
        kind.add(new Span(label));
        middle.addComponentAsFirst(kind);
        return this;
    }

    /** One or two lines under the title. */
    public ItemRow summary(String words) {
        Paragraph summary = new Paragraph(words);
        summary.addClassName("summary");
        middle.add(summary);
        return this;
    }

    /** Why this person sees it here. */
    public ItemRow why(String reason) {
        middle.add(new Why(reason));
        return this;
    }

    /** Under the title, whatever a feature shows. */
    public ItemRow add(Component... components) {
        middle.add(components);
        return this;
    }

    /** The price, or what stands for it. */
    public ItemRow price(String words) {
        right.addComponentAsFirst(span("price", words));
        return this;
    }

    /** In the right column: a space, a state. */
    public ItemRow right(Component... components) {
        right.add(components);
        return this;
    }

    /** A bookmark at the far right. */
    public ItemRow keep(boolean kept, Consumer<Boolean> changed) {
        KeepButton button = new KeepButton(title, kept, changed);
        button.addClassName("keep");
        getContent().add(button);
        return this;
    }

    private static Span span(String className, String words) {
        Span span = new Span(words);
        span.addClassName(className);
        return span;
    }
}
