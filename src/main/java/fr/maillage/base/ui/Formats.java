package fr.maillage.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import fr.maillage.base.Translator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Dates, sums and numbers as people write them: « 1er avril », « 14 h 30 », « dans 18 jours », « 2 400 000 € », with
 * no-break spaces where French wants them. Makes text, not screens: mail and files use it too.
 */
public final class Formats {

    private static final char NBSP = '\u00A0';
    private static final char MINUS = '\u2212';
    private static final int WEEK = 7;
    /** From this many days on, distances are told in weeks; from this many weeks on, in months. */
    private static final int DAYS_IN_WORDS = 28;
    private static final int WEEKS_IN_WORDS = 13;

    private final Locale locale;
    private final boolean french;
    private final Translator words;

    /**
     * @param words the bundles in the same language: {@code this::getTranslation} in a component,
     *              {@code messages.in(locale)} elsewhere
     */
    public Formats(Locale locale, Translator words) {
        this.french = !locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        this.locale = french ? Locale.FRANCE : Locale.UK;
        this.words = words;
    }

    /** For the language of the person who looks. */
    public static Formats current() {
        UI ui = UI.getCurrent();
        Locale locale = ui == null ? Locale.FRENCH : ui.getLocale();
        return new Formats(locale, (key, arguments) -> com.vaadin.flow.i18n.I18NProvider
                .translate(locale, key, arguments));
    }

    /** For the language of this component. */
    static Formats of(Component component) {
        return new Formats(component.getUI().or(() -> java.util.Optional.ofNullable(UI.getCurrent()))
                .map(UI::getLocale).orElse(Locale.FRENCH), component::getTranslation);
    }

    // ------------------------------------------------------------------ dates

    /** « 31 mars 2027 », « 1er avril 2027 ». */
    public String date(LocalDate date) {
        return day(date.getDayOfMonth()) + NBSP + month(date, "MMMM") + " " + date.getYear();
    }

    /** « 31 mars », with the year only when it is not that of {@code today}. */
    public String date(LocalDate date, LocalDate today) {
        return date.getYear() == today.getYear() ? day(date.getDayOfMonth()) + NBSP + month(date, "MMMM")
                : date(date);
    }

    /** « 12 déc. », with the year only when it is not that of {@code today}. */
    public String shortDate(LocalDate date, LocalDate today) {
        String text = day(date.getDayOfMonth()) + NBSP + month(date, "MMM");
        return date.getYear() == today.getYear() ? text : text + " " + date.getYear();
    }

    /** « jeudi 26 novembre ». */
    public String dayAndDate(LocalDate date) {
        return date.getDayOfWeek().getDisplayName(TextStyle.FULL, locale) + " " + day(date.getDayOfMonth()) + NBSP
                + month(date, "MMMM");
    }

    /** « mars 2027 ». */
    public String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("MMMM uuuu", locale).format(month);
    }

    /** « 14 h 30 », « 9 h »; “14:30” in English. */
    public String time(LocalTime time) {
        if (!french) {
            return DateTimeFormatter.ofPattern("HH:mm", locale).format(time);
        }
        String hours = time.getHour() + String.valueOf(NBSP) + "h";
        return time.getMinute() == 0 ? hours : hours + NBSP + String.format(Locale.ROOT, "%02d", time.getMinute());
    }

    /** « 26 novembre 2026, 14 h 30 », in the time of metropolitan France. */
    public String dateAndTime(ZonedDateTime moment) {
        return date(moment.toLocalDate()) + ", " + time(moment.toLocalTime());
    }

    /** « ce matin, 9 h 12 », « hier, 17 h 40 », « vendredi », « 16 novembre », « 3 mai 2025 ». */
    public String moment(Instant instant, Instant now) {
        ZonedDateTime when = instant.atZone(fr.maillage.base.Today.ZONE);
        LocalDate day = when.toLocalDate();
        LocalDate today = LocalDate.ofInstant(now, fr.maillage.base.Today.ZONE);
        long days = ChronoUnit.DAYS.between(day, today);
        if (days == 0) {
            String part = when.getHour() < 12 ? "morning" : when.getHour() < 18 ? "afternoon" : "evening";
            return words.translate("base.moment." + part, time(when.toLocalTime()));
        }
        if (days == 1) {
            return words.translate("base.moment.yesterday", time(when.toLocalTime()));
        }
        if (days > 1 && days < WEEK) {
            return day.getDayOfWeek().getDisplayName(TextStyle.FULL, locale);
        }
        return date(day, today);
    }

    /** « aujourd’hui », « demain », « dans 18 jours », « dans 7 semaines », « il y a 3 jours ». */
    public String relative(LocalDate date, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, date);
        String direction = days < 0 ? "base.ago." : "base.in.";
        long distance = Math.abs(days);
        if (distance == 0) {
            return words.translate("base.today");
        }
        if (distance == 1) {
            return words.translate(days < 0 ? "base.yesterday" : "base.tomorrow");
        }
        if (distance < DAYS_IN_WORDS) {
            return words.translate(direction + "days", distance);
        }
        long weeks = Math.round(distance / (double) WEEK);
        if (weeks < WEEKS_IN_WORDS) {
            return words.translate(direction + "weeks", weeks);
        }
        long months = Math.max(1, Math.abs(ChronoUnit.MONTHS.between(today, date)));
        return months < 24 ? words.translate(direction + "months", months)
                : words.translate(direction + "years", months / 12);
    }

    /** « en retard de 12 jours ». */
    public String lateBy(LocalDate date, LocalDate today) {
        return words.translate("base.lateBy", ChronoUnit.DAYS.between(date, today));
    }

    /** « lundi » … « dimanche ». */
    public String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, locale);
    }

    private String day(int dayOfMonth) {
        return french && dayOfMonth == 1 ? "1er" : String.valueOf(dayOfMonth);
    }

    private String month(LocalDate date, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(date);
    }

    // ------------------------------------------------------------------ numbers

    /** « 36 433 ». */
    public String number(long value) {
        return decimal(BigDecimal.valueOf(value), 0);
    }

    /** « 6,6 »: up to this many digits after the comma, none that say nothing. */
    public String number(BigDecimal value, int digits) {
        return decimal(value, digits);
    }

    /** « + 1 169 », « − 0,7 ». */
    public String signed(BigDecimal value, int digits) {
        String sign = value.signum() > 0 ? "+" + NBSP : value.signum() < 0 ? MINUS + "" + NBSP : "";
        return sign + decimal(value.abs(), digits);
    }

    /** « 10,5 % », from a share between 0 and 1. */
    public String percent(double share, int digits) {
        return decimal(BigDecimal.valueOf(share * 100).setScale(digits, RoundingMode.HALF_UP), digits)
                + (french ? NBSP + "%" : "%");
    }

    /** « 14 km ». */
    public String kilometres(double kilometres) {
        return decimal(BigDecimal.valueOf(kilometres), kilometres < 10 ? 1 : 0) + NBSP + "km";
    }

    /** « 2 400 000 € », cents only when there are some. */
    public String euros(BigDecimal amount) {
        boolean cents = amount.stripTrailingZeros().scale() > 0;
        return currency(cents ? format(amount, "#,##0.00") : decimal(amount, 0), "€");
    }

    /** « 2,4 M€ », « 640 k€ », « 900 € ». */
    public String shortEuros(BigDecimal amount) {
        BigDecimal size = amount.abs();
        if (size.compareTo(BigDecimal.valueOf(999_500)) >= 0) {
            return currency(decimal(amount.movePointLeft(6), 1), french ? "M€" : "€m");
        }
        if (size.compareTo(BigDecimal.valueOf(1_000)) >= 0) {
            return currency(decimal(amount.movePointLeft(3), size.compareTo(BigDecimal.valueOf(9_950)) < 0 ? 1 : 0),
                    french ? "k€" : "€k");
        }
        return currency(decimal(amount, 0), "€");
    }

    private String currency(String number, String unit) {
        return french ? number + NBSP + unit : unit.charAt(0) + number + unit.substring(1);
    }

    private String decimal(BigDecimal value, int digits) {
        return format(value, "#,##0" + (digits > 0 ? "." + "#".repeat(digits) : ""));
    }

    private String format(BigDecimal value, String pattern) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        if (french) {
            symbols.setGroupingSeparator(NBSP);
        }
        symbols.setMinusSign(MINUS);
        DecimalFormat format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }
}
