package fr.maillage.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A date by which something is due: the date while it is far, the distance within seven days, how late afterwards, a
 * tick once it is done.
 */
public class DeadlineLabel extends Composite<Span> {

    private static final int SOON = 7;

    /** @param due null for something without a date */
    public DeadlineLabel(@Nullable LocalDate due, LocalDate today) {
        getContent().addClassName("ml-due");
        Formats formats = Formats.of(this);
        if (due == null) {
            getContent().setText(getTranslation("base.noDate"));
            return;
        }
        long days = ChronoUnit.DAYS.between(today, due);
        if (days > SOON) {
            getContent().add(new TimeText(formats.shortDate(due, today), due.toString()));
        } else if (days >= 0) {
            getContent().addClassName("soon");
            getContent().add(Icon.CLOCK.small(), new TimeText(formats.relative(due, today), due.toString()));
        } else {
            getContent().addClassName("late");
            getContent().add(Icon.CLOCK.small(), new TimeText(formats.lateBy(due, today), due.toString()));
        }
    }

    /** Something done on this day. */
    public static DeadlineLabel done(LocalDate day, LocalDate today) {
        DeadlineLabel label = new DeadlineLabel(day, day.minusYears(1));
        label.getContent().removeAll();
        label.getContent().addClassName("done");
        label.getContent().add(Icon.CHECK.small(), new TimeText(
                label.getTranslation("base.doneOn", Formats.of(label).shortDate(day, today)), day.toString()));
        return label;
    }
}
