package fr.maillage.opportunity;

import fr.maillage.access.Listings;
import fr.maillage.base.Checks;
import fr.maillage.base.OrganizationId;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Theme;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One need or offer, from its publication to its end. */
@Entity
@Table(name = "opportunity")
class Opportunity {

    @Id
    @JdbcTypeCode(SqlTypes.UUID)
    private UUID id;
    @JdbcTypeCode(SqlTypes.UUID)
    private UUID owner;
    @JdbcTypeCode(SqlTypes.UUID)
    private @Nullable UUID organization;
    @JdbcTypeCode(SqlTypes.UUID)
    private UUID author;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Direction direction;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private OpportunityKind kind;
    private String title;
    private String summary;
    @Column(columnDefinition = "mediumtext")
    private String body;
    @Convert(converter = DetailsDocument.class)
    @Column(length = 4000)
    private Details details;
    @Column(columnDefinition = "smallint unsigned")
    private int themes;
    private @Nullable LocalDate deadline;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private OpportunityStatus status;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private @Nullable Outcome outcome;
    @Column(name = "outcome_words", length = 500)
    private String outcomeWords = "";
    @Column(name = "published_at")
    private Instant publishedAt;
    @Column(name = "changed_at")
    private Instant changedAt;
    private boolean archived;
    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway")
    protected Opportunity() {}

    private Opportunity(OpportunityId id, SpaceId owner, @Nullable OrganizationId organization, PersonId author,
            OpportunityContent content, Instant at) {
        this.id = id.value();
        this.owner = owner.value();
        this.organization = organization == null ? null : organization.value();
        this.author = author.value();
        this.status = OpportunityStatus.OPEN;
        this.publishedAt = at;
        write(content, at);
    }

    static Opportunity post(OpportunityId id, SpaceId owner, @Nullable OrganizationId organization, PersonId author,
            OpportunityContent content, Instant at) {
        return new Opportunity(id, owner, organization, author, content, at);
    }

    /** Replaces what it says. */
    void rewrite(OpportunityContent content, Instant at) {
        write(content, at);
    }

    private void write(OpportunityContent content, Instant at) {
        direction = content.direction();
        kind = content.kind();
        title = content.title();
        summary = content.summary();
        body = content.body();
        details = content.details();
        themes = Theme.mask(content.themes());
        deadline = content.deadline();
        changedAt = at;
    }

    /** Ends it; false when it had ended before. */
    boolean close(Outcome how, String words, Instant at) {
        if (status == OpportunityStatus.CLOSED) {
            return false;
        }
        outcomeWords = Checks.optional("words", words, 500);
        outcome = how;
        status = OpportunityStatus.CLOSED;
        changedAt = at;
        return true;
    }

    /** Takes up again what had ended; false when it is open. */
    boolean reopen(Instant at) {
        if (status == OpportunityStatus.OPEN) {
            return false;
        }
        status = OpportunityStatus.OPEN;
        outcome = null;
        outcomeWords = "";
        changedAt = at;
        return true;
    }

    boolean archive() {
        boolean changes = !archived;
        archived = true;
        return changes;
    }

    boolean restore() {
        boolean changes = archived;
        archived = false;
        return changes;
    }

    OpportunityId id() {
        return new OpportunityId(id);
    }

    SpaceId owner() {
        return new SpaceId(owner);
    }

    PersonId author() {
        return new PersonId(author);
    }

    String title() {
        return title;
    }

    @Nullable
    LocalDate deadline() {
        return deadline;
    }

    Instant changedAt() {
        return changedAt;
    }

    boolean isOpen() {
        return status == OpportunityStatus.OPEN && !archived;
    }

    long version() {
        return version == null ? 0 : version;
    }

    Listings.Facts facts() {
        return new Listings.Facts(status.code(), OpportunityContent.facet(direction, kind), Theme.ofMask(themes),
                deadline);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Opportunity opportunity && opportunity.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
