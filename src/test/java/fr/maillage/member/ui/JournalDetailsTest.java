package fr.maillage.member.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.base.Messages;
import fr.maillage.base.ui.Formats;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JournalDetailsTest {

    private static final String ID = "019ab000-0000-7000-8000-000000000001";
    private static final Pattern CODE = Pattern.compile("[A-Z]{4,}|[0-9a-f]{8}-|[\\[\\]{}]|^!|_");

    private static JournalDetails in(Locale locale) {
        Messages messages = new Messages();
        return new JournalDetails(messages.in(locale), new Formats(locale, messages.in(locale)), person -> "Maud Lanoë",
                space -> "Vitré Communauté");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "BUSINESS READER|Entreprise, rôle : Lecture|Business, role: Reader",
        "EDITOR until 2027-03-31|Rôle : Rédaction, jusqu’au 31 mars 2027|Role: Editor, until 31 March 2027",
        "READER → COORDINATOR|Lecture → Coordination|Reader → Coordinator",
        " until 2027-03-31|Jusqu’au 31 mars 2027|Until 31 March 2027",
        "ended|Accès terminé|Access ended",
        "closed: FOUND|Close : a trouvé preneur|Closed: found a taker",
        "PILOT " + ID + " no longer named|Maud Lanoë n’est plus dans « Pilotage »|Maud Lanoë is no longer under “Pilots”",
        "ACTIVE by the side of the ALLIANCE: Vendôme|Vendôme : adhésion acceptée par l’alliance|Vendôme: membership accepted by the alliance",
        "from [] to [Network[] READ, Space[id=SpaceId[value=" + ID + "]] [BUSINESS, STAFF] COMMENT]"
            + "|Visible par personne d’autre → tout le réseau (lire), Vitré Communauté : Entreprises, Agents (commenter)"
            + "|Visible to nobody else → the whole network (read), Vitré Communauté: Businesses, Staff (comment)"})
    void whatWasWrittenInCodesIsSaidInWords(String written, String french, String english) {
        assertThat(in(Locale.FRENCH).say(written).replace('\u00A0', ' ')).isEqualTo(french);
        assertThat(in(Locale.ENGLISH).say(written).replace('\u00A0', ' ')).isEqualTo(english);
    }

    @ParameterizedTest
    @ValueSource(strings = {"STAFF", "EDITOR", "interest " + ID + ": IN_DISCUSSION", "founded vvv for Vitré",
        "1255 outlines imported", "description restored to version 12", "BUSINESS " + ID + " named",
        "withdrew a comment by " + ID + " on action " + ID, "LEFT by the side of the MEMBER: Vitré",
        "charter 2 from 2026-11-01: {ELECTED=COORDINATOR, BUSINESS=READER}, businesses hidden true, default audience"
            + " ELECTED_AND_STAFF, readable after leaving false",
        "from [Public[] READ] to [Person[id=PersonId[value=" + ID + "]] EDIT, Organization[id=OrganizationId[value="
            + ID + "]] READ]"})
    void noCodeIsLeft(String written) {
        assertThat(Stream.of(Locale.FRENCH, Locale.ENGLISH).map(locale -> in(locale).say(written)))
                .allSatisfy(said -> assertThat(said).isNotBlank().doesNotContainPattern(CODE));
    }

    @Test
    void everySentenceThatStandsAloneHasItsWords() {
        assertThat(JournalDetails.FIXED).allSatisfy(detail -> assertThat(in(Locale.FRENCH).say(detail))
                .doesNotStartWith("!").isNotEqualTo(detail));
    }

    @Test
    void whatNobodyHasWordsForIsShownAsItStands() {
        assertThat(in(Locale.FRENCH).say("something of tomorrow")).isEqualTo("something of tomorrow");
    }
}
