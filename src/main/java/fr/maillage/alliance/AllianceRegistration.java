package fr.maillage.alliance;

import fr.maillage.access.SpaceKind;
import fr.maillage.access.Spaces;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** Keeps the directory of spaces in step with the alliances: what each is called and how it is drawn. */
@Component
class AllianceRegistration {

    private final Spaces spaces;

    AllianceRegistration(Spaces spaces) {
        this.spaces = spaces;
    }

    void register(Alliance alliance) {
        spaces.register(new Spaces.Space(alliance.space(), SpaceKind.ALLIANCE, alliance.name(), alliance.shortName(),
                "alliances/" + alliance.slug(), hue(alliance.slug()), ""));
    }

    /** FNV-1a, 32 bits, modulo the twelve hues. */
    static int hue(String key) {
        int hash = 0x811C9DC5;
        for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xFF)) * 0x01000193;
        }
        return Integer.remainderUnsigned(hash, 12);
    }
}
