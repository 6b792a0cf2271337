package fr.maillage.base.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A date as people here type it: 31/12/2027, weeks that begin on Monday, months in the language of the screen. */
public class DateField extends DatePicker {

    public DateField(String label) {
        super(label);
        Locale locale = getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage()) ? Locale.UK : Locale.FRANCE;
        setLocale(locale);
        DatePickerI18n words = new DatePickerI18n();
        words.setMonthNames(Arrays.stream(Month.values())
                .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale)).toList());
        words.setWeekdays(days(TextStyle.FULL_STANDALONE, locale));
        words.setWeekdaysShort(days(TextStyle.SHORT_STANDALONE, locale));
        words.setFirstDayOfWeek(1);
        words.setDateFormats("dd/MM/yyyy", "d/M/yyyy", "dd-MM-yyyy", "yyyy-MM-dd", "d/M/yy");
        words.setToday(getTranslation("base.date.today"));
        words.setCancel(getTranslation("base.date.cancel"));
        words.setBadInputErrorMessage(getTranslation("base.date.bad"));
        setI18n(words);
    }

    /** From Sunday on, as the picker wants them. */
    private static List<String> days(TextStyle style, Locale locale) {
        List<String> days = new ArrayList<>();
        days.add(DayOfWeek.SUNDAY.getDisplayName(style, locale));
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day != DayOfWeek.SUNDAY) {
                days.add(day.getDisplayName(style, locale));
            }
        }
        return days;
    }
}
