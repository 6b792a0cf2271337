package fr.maillage.alliance.ui;

import com.vaadin.flow.i18n.I18NProvider;
import fr.maillage.access.Profile;
import fr.maillage.access.Role;
import fr.maillage.alliance.Charter;
import java.util.List;

/** A charter in sentences. */
final class CharterWords {

    private CharterWords() {}

    /** “écrivent et commentent”, after the name of the profile. */
    static String inShort(Charter charter, Profile profile) {
        Role role = charter.roles().get(profile);
        return I18NProvider.translate("alliance.role.short." + (role == null ? "NONE" : role.name()));
    }

    /** What the people of this profile may do, as a sentence. */
    static String sentence(Charter charter, Profile profile) {
        Role role = charter.roles().get(profile);
        return I18NProvider.translate("alliance.role.sentence." + (role == null ? "NONE" : role.name()));
    }

    /** The rules that are not about a profile. */
    static List<String> rules(Charter charter) {
        return List.of(
                I18NProvider.translate("alliance.charter.newItems." + charter.defaultAudience().name()),
                I18NProvider.translate(charter.hidesBusinesses() ? "alliance.charter.businesses.hidden"
                        : "alliance.charter.businesses.shown"),
                I18NProvider.translate(charter.readableAfterLeaving() ? "alliance.charter.leaving.readable"
                        : "alliance.charter.leaving.closed"));
    }
}
