package fr.maillage.member;

import fr.maillage.base.Checks;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.OrganizationId;
import fr.maillage.base.Siren;
import fr.maillage.base.Siret;
import fr.maillage.base.SpaceId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A body people act for: an EPCI, a commune, a company, a chamber, a State operator, an association. */
@Entity
@Table(name = "organization")
class Organization {

    @Id
    @JdbcTypeCode(SqlTypes.UUID)
    @Column(name = "id")
    private UUID id;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "kind", nullable = false)
    private OrganizationKind kind;

    @Column(name = "name", nullable = false)
    private String name;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(name = "siren", length = 9)
    private @Nullable String siren;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(name = "siret", length = 14)
    private @Nullable String siret;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(name = "naf_division", length = 2)
    private @Nullable String nafDivision;

    @JdbcTypeCode(SqlTypes.UUID)
    @Column(name = "home")
    private @Nullable UUID home;

    @Column(name = "summary", nullable = false)
    private String summary;

    @Column(name = "looks_for", nullable = false)
    private String looksFor;

    @Column(name = "offers", nullable = false)
    private String offers;

    @Version
    private Long version;

    @SuppressWarnings("NullAway")
    protected Organization() {}

    /** An organization nobody had named before. */
    static Organization named(UUID id, OrganizationKind kind, String name, @Nullable Siren siren,
            @Nullable Siret siret, @Nullable SpaceId home) {
        Organization organization = new Organization();
        organization.id = id;
        organization.kind = kind;
        organization.name = Checks.required("organizationName", name.replaceAll("\\s+", " "), 200);
        organization.identify(siren, siret);
        organization.home = home == null ? null : home.value();
        organization.summary = "";
        organization.looksFor = "";
        organization.offers = "";
        return organization;
    }

    private void identify(@Nullable Siren newSiren, @Nullable Siret newSiret) {
        if (newSiret != null && newSiren != null && !newSiret.siren().equals(newSiren)) {
            throw new InvalidInput("siret", "member.siret.ofAnother");
        }
        this.siret = newSiret == null ? null : newSiret.value();
        this.siren = newSiren != null ? newSiren.value() : newSiret == null ? null : newSiret.siren().value();
    }

    void describe(String newSummary, String newLooksFor, String newOffers, @Nullable String newNafDivision) {
        if (newNafDivision != null && !newNafDivision.matches("\\d{2}")) {
            throw new InvalidInput("nafDivision", "member.naf.invalid");
        }
        this.summary = Checks.optional("summary", newSummary, 2000);
        this.looksFor = Checks.optional("looksFor", newLooksFor, 2000);
        this.offers = Checks.optional("offers", newOffers, 2000);
        this.nafDivision = newNafDivision;
    }

    void rename(OrganizationKind newKind, String newName) {
        this.kind = newKind;
        this.name = Checks.required("organizationName", newName.replaceAll("\\s+", " "), 200);
    }

    OrganizationId id() {
        return new OrganizationId(id);
    }

    @Nullable
    SpaceId home() {
        return home == null ? null : new SpaceId(home);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Organization organization && id.equals(organization.id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id);
    }
}
