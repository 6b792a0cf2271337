package fr.maillage.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GeoPointTest {

    private static final GeoPoint VITRE = new GeoPoint(48.1178, -1.2058);
    private static final GeoPoint RENNES = new GeoPoint(48.1113, -1.6800);

    @Test
    void vitreIsThirtyFiveKilometresFromRennesBothWays() {
        assertThat(VITRE.kilometresTo(RENNES)).isCloseTo(35.2, within(0.5));
        assertThat(RENNES.kilometresTo(VITRE)).isEqualTo(VITRE.kilometresTo(RENNES));
        assertThat(VITRE.kilometresTo(VITRE)).isZero();
    }
}
