package fr.maillage.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.base.Messages;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates, sums and numbers, as they are written in French and in English. {@code _} stands for U+00A0. */
class FormatsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Messages MESSAGES = new Messages();
    private final Formats french = new Formats(Locale.FRENCH, MESSAGES.in(Locale.FRENCH));
    private final Formats english = new Formats(Locale.ENGLISH, MESSAGES.in(Locale.ENGLISH));

    @ParameterizedTest
    @CsvSource({"2027-03-31, 31_mars 2027", "2027-04-01, 1er_avril 2027", "2026-08-15, 15_août 2026"})
    void datesAreWrittenOut(LocalDate date, String written) {
        assertThat(french.date(date)).isEqualTo(spaced(written));
    }

    @Test
    void theYearIsLeftOutWhenItIsThisOne() {
        assertThat(french.date(LocalDate.of(2026, 12, 12), TODAY)).isEqualTo(spaced("12_décembre"));
        assertThat(french.shortDate(LocalDate.of(2026, 12, 12), TODAY)).isEqualTo(spaced("12_déc."));
        assertThat(french.shortDate(LocalDate.of(2027, 1, 1), TODAY)).isEqualTo(spaced("1er_janv. 2027"));
        assertThat(french.dayAndDate(LocalDate.of(2026, 11, 26))).isEqualTo(spaced("jeudi 26_novembre"));
        assertThat(french.month(YearMonth.of(2027, 3))).isEqualTo("mars 2027");
        assertThat(english.date(LocalDate.of(2027, 3, 1))).isEqualTo(spaced("1_March 2027"));
    }

    @ParameterizedTest
    @CsvSource({"14:30, 14_h_30", "09:00, 9_h", "08:05, 8_h_05"})
    void hoursHaveAnH(LocalTime time, String written) {
        assertThat(french.time(time)).isEqualTo(spaced(written));
        assertThat(english.time(time)).isEqualTo(time.toString());
    }

    @ParameterizedTest
    @CsvSource({"0, aujourd’hui", "1, demain", "-1, hier", "3, dans 3_jours", "18, dans 18_jours",
        "-12, il y a 12_jours", "52, dans 7_semaines", "68, dans 10_semaines", "130, dans 4_mois",
        "800, dans 2_ans", "-400, il y a 13_mois"})
    void distancesAreTold(int days, String written) {
        assertThat(french.relative(TODAY.plusDays(days), TODAY)).isEqualTo(spaced(written));
    }

    @Test
    void momentsAreToldAsTheyWereLived() {
        Instant now = at(24, 15, 0);
        assertThat(french.moment(at(24, 9, 12), now)).isEqualTo(spaced("ce matin, 9_h_12"));
        assertThat(french.moment(at(24, 14, 0), now)).isEqualTo(spaced("cet après-midi, 14_h"));
        assertThat(french.moment(at(23, 17, 40), now)).isEqualTo(spaced("hier, 17_h_40"));
        assertThat(french.moment(at(20, 8, 0), now)).isEqualTo("vendredi");
        assertThat(french.moment(at(16, 8, 0), now)).isEqualTo(spaced("16_novembre"));
        assertThat(french.dateAndTime(ZonedDateTime.of(2026, 11, 26, 14, 30, 0, 0, fr.maillage.base.Today.ZONE)))
                .isEqualTo(spaced("26_novembre 2026, 14_h_30"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"2400000; 2_400_000_€", "0; 0_€", "7.2; 7,20_€", "-180000; −180_000_€",
        "1234.50; 1_234,50_€"})
    void sumsAreGroupedByNoBreakSpaces(BigDecimal amount, String written) {
        assertThat(french.euros(amount)).isEqualTo(spaced(written));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"2400000; 2,4_M€", "640000; 640_k€", "999999; 1_M€", "1500; 1,5_k€",
        "18000; 18_k€", "900; 900_€", "-2400000; −2,4_M€"})
    void sumsCanBeShort(BigDecimal amount, String written) {
        assertThat(french.shortEuros(amount)).isEqualTo(spaced(written));
    }

    @Test
    void numbersAndShares() {
        assertThat(french.number(36_433)).isEqualTo(spaced("36_433"));
        assertThat(french.number(new BigDecimal("6.60"), 1)).isEqualTo("6,6");
        assertThat(french.signed(new BigDecimal("1169"), 0)).isEqualTo(spaced("+_1_169"));
        assertThat(french.signed(new BigDecimal("-0.70"), 2)).isEqualTo(spaced("−_0,7"));
        assertThat(french.percent(.105, 1)).isEqualTo(spaced("10,5_%"));
        assertThat(french.kilometres(14.2)).isEqualTo(spaced("14_km"));
        assertThat(english.euros(new BigDecimal("2400000"))).isEqualTo("€2,400,000");
        assertThat(english.percent(.105, 1)).isEqualTo("10.5%");
    }

    private static Instant at(int day, int hour, int minute) {
        return ZonedDateTime.of(2026, 11, day, hour, minute, 0, 0, fr.maillage.base.Today.ZONE).toInstant();
    }

    private static String spaced(String written) {
        return written.replace('_', '\u00A0');
    }
}
