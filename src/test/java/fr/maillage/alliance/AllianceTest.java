package fr.maillage.alliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.access.Profile;
import fr.maillage.access.Role;
import fr.maillage.alliance.Charter.DefaultAudience;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.SpaceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AllianceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private static AllianceDraft draft(String shortName) {
        return new AllianceDraft("Un nom", shortName, "", "", null, "");
    }

    @Test
    void itsAddressIsItsShortNameInPlainLetters() {
        assertThat(Alliance.found(draft("Évron & l’Œuvre")).slug()).isEqualTo("evron-l-oeuvre");
    }

    @Test
    void aKnownAllianceHasTheSameIdentifierOnEveryMachine() {
        assertThat(Alliance.known("vvv", draft("VVV"), "").space()).isEqualTo(SpaceId.ofAlliance("vvv"));
    }

    @Test
    void aShortNameWithoutAnyLetterIsRefused() {
        assertThatThrownBy(() -> Alliance.found(draft("—"))).isInstanceOf(InvalidInput.class);
    }

    @Test
    void anImplausibleYearIsRefused() {
        assertThatThrownBy(() -> new AllianceDraft("Nom", "Nom", "", "", 20226, "")).isInstanceOfSatisfying(
                InvalidInput.class, error -> assertThat(error.field()).isEqualTo("since"));
    }

    @Test
    void versionsOfTheCharterAreNumberedOneByOne() {
        Alliance alliance = Alliance.found(draft("Essai"));
        Charter charter = Charter.usual("Texte");
        assertThat(alliance.adopt(charter, TODAY, TODAY, null, NOW).no()).isEqualTo(1);
        assertThat(alliance.adopt(charter, TODAY.plusDays(3), TODAY, null, NOW).no()).isEqualTo(2);
    }

    @Test
    void aCharterDoesNotRewriteThePast() {
        Alliance alliance = Alliance.found(draft("Essai"));
        alliance.adopt(Charter.usual("Texte"), TODAY, TODAY, null, NOW);
        assertThatThrownBy(() -> alliance.adopt(Charter.usual("Autre"), TODAY.minusDays(1), TODAY, null, NOW))
                .isInstanceOfSatisfying(InvalidInput.class,
                        error -> assertThat(error.field()).isEqualTo("effectiveFrom"));
        assertThat(alliance.charterNo()).isEqualTo(1);
    }

    @Test
    void aCharterMakesNobodyCoordinator() {
        assertThatThrownBy(() -> Charter.of("Texte", Map.of(Profile.ELECTED, Role.COORDINATOR), false,
                DefaultAudience.ALLIANCE, true)).isInstanceOfSatisfying(InvalidInput.class,
                        error -> assertThat(error.field()).isEqualTo("role.ELECTED"));
    }

    @Test
    void aCharterNeedsWords() {
        assertThatThrownBy(() -> Charter.of("  ", Map.of(), false, DefaultAudience.ALLIANCE, true))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Charter.of("x".repeat(200_001), Map.of(), false, DefaultAudience.ALLIANCE, true))
                .isInstanceOf(InvalidInput.class);
    }
}
