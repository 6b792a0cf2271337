package fr.maillage.member.ui;

import fr.maillage.base.OrganizationId;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;

/** Where the screens of this feature open, from the root of the site, without a leading slash. */
public final class MemberNavigation {

    public static final String SIGN_IN = "login";
    public static final String ACCOUNT = "compte";
    /** For administrators of the platform. */
    public static final String ACCOUNTS = "administration/comptes";
    /** What was decided and administered, for administrators. */
    public static final String JOURNAL = "administration/journal";
    static final String FORGOTTEN = "mot-de-passe-oublie";

    private MemberNavigation() {}

    /** The card of a person; not found by those who share no space with them. */
    public static String person(PersonId id) {
        return "personnes/" + id.value();
    }

    /** The page of an organization. */
    public static String organization(OrganizationId id) {
        return "organisations/" + id.value();
    }

    /** Where one asks to join a space. */
    public static String join(SpaceId space) {
        return "demander/" + space.value();
    }
}
