package fr.maillage.alliance;

import fr.maillage.base.Checks;
import fr.maillage.base.Ids;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Texts;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A named network of territories and of other alliances. Its members and the versions of its charter stand apart. */
@Entity
@Table(name = "alliance")
class Alliance {

    static final int FIRST_YEAR = 1950;

    @Id
    @JdbcTypeCode(SqlTypes.UUID)
    private UUID id;
    @Column(name = "slug")
    private String slug;
    @Column(name = "name")
    private String name;
    @Column(name = "short_name")
    private String shortName;
    @Column(name = "tagline")
    private String tagline;
    @Column(name = "kind")
    private String kind;
    @Column(name = "since")
    private @Nullable Integer since;
    @Column(name = "description", columnDefinition = "text")
    private String description;
    @Column(name = "source")
    private String source;
    @Column(name = "charter_no")
    private int charterNo;
    @Version
    @Column(name = "version")
    private @Nullable Long version;

    @SuppressWarnings({"unused", "NullAway.Init"})
    private Alliance() {}

    private Alliance(UUID id, String slug, AllianceDraft draft) {
        this.id = id;
        this.slug = slug;
        this.source = "";
        present(draft);
    }

    /** An alliance that people of the network found. */
    static Alliance found(AllianceDraft draft) {
        return new Alliance(Ids.next(), slug(draft.shortName()), draft);
    }

    /** An alliance known from public sources, the same on every machine. */
    static Alliance known(String slug, AllianceDraft draft, String source) {
        Alliance alliance = new Alliance(SpaceId.ofAlliance(slug).value(), slug, draft);
        alliance.source = Checks.optional("source", source, 1000);
        return alliance;
    }

    /** The last part of its address: the short name in plain letters. */
    static String slug(String shortName) {
        String slug = Texts.fold(shortName).replace(' ', '-');
        if (slug.isEmpty()) {
            throw new InvalidInput("shortName", "base.required");
        }
        return slug.length() > 80 ? slug.substring(0, 80) : slug;
    }

    /** Says what the alliance is called and what it is for. */
    void present(AllianceDraft draft) {
        this.name = draft.name();
        this.shortName = draft.shortName();
        this.tagline = draft.tagline();
        this.kind = draft.kind();
        this.since = draft.since();
        this.description = draft.description();
    }

    /**
     * Adopts the next version of the charter.
     *
     * @throws InvalidInput on {@code effectiveFrom} when it lies in the past: what people could do is not rewritten
     */
    CharterVersion adopt(Charter charter, LocalDate effectiveFrom, LocalDate today, @Nullable PersonId author,
            Instant at) {
        if (charterNo > 0 && effectiveFrom.isBefore(today)) {
            throw new InvalidInput("effectiveFrom", "alliance.charter.past");
        }
        charterNo++;
        return CharterVersion.of(space(), charterNo, charter, effectiveFrom, author, at);
    }

    AllianceDraft about() {
        return new AllianceDraft(name, shortName, tagline, kind, since, description);
    }

    SpaceId space() {
        return new SpaceId(id);
    }

    String slug() {
        return slug;
    }

    String name() {
        return name;
    }

    String shortName() {
        return shortName;
    }

    int charterNo() {
        return charterNo;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Alliance alliance && id.equals(alliance.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
