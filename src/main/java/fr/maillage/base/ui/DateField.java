package fr.maillage.base.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** A date to type or to pick: 31/03/2027, weeks from Monday, in the language of the person. */
public class DateField extends DatePicker {

    public DateField(String label) {
        super(label);
        boolean french = !getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
        Locale locale = french ? Locale.FRANCE : Locale.UK;
        setLocale(locale);
        // Whoever types a date goes on with Tab: an open calendar would take the focus. It opens by its button and by the arrow down.
        setAutoOpen(false);
        setI18n(new DatePickerI18n()
                .setMonthNames(Arrays.stream(Month.values())
                        .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale)).toList())
                .setWeekdays(days().map(day -> day.getDisplayName(TextStyle.FULL_STANDALONE, locale)).toList())
                .setWeekdaysShort(days().map(day -> day.getDisplayName(TextStyle.SHORT_STANDALONE, locale)).toList())
                .setFirstDayOfWeek(1).setDateFormats("dd/MM/yyyy", "d/M/yyyy", "dd-MM-yyyy", "d/M/yy")
                .setToday(getTranslation("base.date.today")).setCancel(getTranslation("base.date.cancel"))
                .setBadInputErrorMessage(getTranslation("base.date.bad"))
                .setRequiredErrorMessage(getTranslation("base.date.required"))
                .setMinErrorMessage(getTranslation("base.date.early"))
                .setMaxErrorMessage(getTranslation("base.date.late")));
    }

    /** From Sunday, as the picker counts them. */
    private static Stream<DayOfWeek> days() {
        return Stream.iterate(DayOfWeek.SUNDAY, day -> day.plus(1)).limit(7);
    }
}
