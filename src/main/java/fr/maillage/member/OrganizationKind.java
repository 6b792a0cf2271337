package fr.maillage.member;

/** What an organization is. */
public enum OrganizationKind {
    EPCI, COMMUNE, COMPANY, CHAMBER, STATE_OPERATOR, ASSOCIATION, OTHER;

    /** The key of its name in the translation bundles. */
    public String messageKey() {
        return "member.organizationKind." + name();
    }
}
