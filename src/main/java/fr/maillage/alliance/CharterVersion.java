package fr.maillage.alliance;

import fr.maillage.access.Profile;
import fr.maillage.access.Role;
import fr.maillage.alliance.Charter.DefaultAudience;
import fr.maillage.base.Ids;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** One version of a charter: written once, never changed. */
@Entity
@Immutable
@Table(name = "charter")
class CharterVersion implements Persistable<UUID> {

    @Id
    @JdbcTypeCode(SqlTypes.UUID)
    private UUID id;
    @JdbcTypeCode(SqlTypes.UUID)
    @Column(name = "alliance")
    private UUID alliance;
    @Column(name = "no")
    private int no;
    @Column(name = "effective_from")
    private LocalDate effectiveFrom;
    @JdbcTypeCode(SqlTypes.UUID)
    @Column(name = "author")
    private @Nullable UUID author;
    @Column(name = "adopted_at")
    private Instant adoptedAt;
    @Column(name = "text", columnDefinition = "mediumtext")
    private String text;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "role_elected")
    private @Nullable Role roleElected;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "role_staff")
    private @Nullable Role roleStaff;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "role_business")
    private @Nullable Role roleBusiness;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "role_partner")
    private @Nullable Role rolePartner;
    @Column(name = "hides_businesses")
    private boolean hidesBusinesses;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "default_audience")
    private DefaultAudience defaultAudience;
    @Column(name = "readable_after_leaving")
    private boolean readableAfterLeaving;

    @SuppressWarnings({"unused", "NullAway.Init"})
    private CharterVersion() {}

    private CharterVersion(SpaceId alliance, int no, Charter charter, LocalDate effectiveFrom,
            @Nullable PersonId author, Instant at) {
        this.id = Ids.next();
        this.alliance = alliance.value();
        this.no = no;
        this.effectiveFrom = effectiveFrom;
        this.author = author == null ? null : author.value();
        this.adoptedAt = at;
        this.text = charter.text();
        this.roleElected = charter.roles().get(Profile.ELECTED);
        this.roleStaff = charter.roles().get(Profile.STAFF);
        this.roleBusiness = charter.roles().get(Profile.BUSINESS);
        this.rolePartner = charter.roles().get(Profile.PARTNER);
        this.hidesBusinesses = charter.hidesBusinesses();
        this.defaultAudience = charter.defaultAudience();
        this.readableAfterLeaving = charter.readableAfterLeaving();
    }

    static CharterVersion of(SpaceId alliance, int no, Charter charter, LocalDate effectiveFrom,
            @Nullable PersonId author, Instant at) {
        return new CharterVersion(alliance, no, charter, effectiveFrom, author, at);
    }

    int no() {
        return no;
    }

    @Override
    public UUID getId() {
        return id;
    }

    /** It is only ever saved once. */
    @Override
    @Transient
    public boolean isNew() {
        return true;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CharterVersion that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
