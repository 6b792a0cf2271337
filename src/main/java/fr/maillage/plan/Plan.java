package fr.maillage.plan;

import fr.maillage.access.Listings;
import fr.maillage.base.EditedMeanwhile;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** An action plan: what it is called, for when, and how far its approval has come. */
@Entity
@Table(name = "plan")
class Plan implements Persistable<UUID> {

    @Id
    @JdbcTypeCode(SqlTypes.UUID)
    private UUID id;

    @JdbcTypeCode(SqlTypes.UUID)
    @Column(nullable = false, updatable = false)
    private UUID owner;

    @Column(nullable = false, length = 300)
    private String title;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(nullable = false, length = 30)
    private PlanType type;

    private @Nullable LocalDate starts;

    private @Nullable LocalDate ends;

    /** As its form first told it; afterwards {@link PlanTexts} writes it. */
    @Column(nullable = false, updatable = false, columnDefinition = "mediumtext")
    private String summary;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(nullable = false, length = 12)
    private PlanState state;

    @Column(name = "decided_on")
    private @Nullable LocalDate decidedOn;

    @JdbcTypeCode(SqlTypes.UUID)
    @Column(nullable = false, updatable = false)
    private UUID author;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    @Column(name = "archived_at")
    private @Nullable Instant archivedAt;

    @Version
    private @Nullable Long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Plan() {}

    private Plan(PlanId id, SpaceId owner, PersonId author, PlanDraft checked, Instant now) {
        this.id = id.value();
        this.owner = owner.value();
        this.author = author.value();
        this.createdAt = now;
        this.changedAt = now;
        this.state = PlanState.DRAFT;
        this.title = checked.title();
        this.type = Objects.requireNonNull(checked.type());
        this.summary = checked.summary();
        write(checked);
    }

    static Plan draft(SpaceId owner, PersonId author, PlanDraft draft, Instant now) {
        return new Plan(PlanId.next(), owner, author, draft.checked(), now);
    }

    /** Takes what a form holds but the summary, unless the plan has changed since the form was filled. */
    void rewrite(PlanDraft draft, long readVersion, Instant now) {
        PlanDraft checked = draft.checked();
        if (version() != readVersion) {
            throw new EditedMeanwhile(changedAt, version());
        }
        write(checked);
        changedAt = now;
    }

    private void write(PlanDraft checked) {
        title = checked.title();
        type = Objects.requireNonNull(checked.type());
        starts = checked.start();
        ends = checked.end();
    }

    /** Its authors ask the committee. */
    void submit(LocalDate on) {
        advance(PlanState.DRAFT, PlanState.SUBMITTED, on);
    }

    /** The committee agrees. */
    void validate(LocalDate on) {
        advance(PlanState.SUBMITTED, PlanState.VALIDATED, on);
    }

    /** The partners have signed. */
    void contract(LocalDate on) {
        advance(PlanState.VALIDATED, PlanState.CONTRACTED, on);
    }

    /** Back to work, from wherever it stands. */
    void reopen(LocalDate on) {
        if (state == PlanState.DRAFT) {
            throw new PlanNotThere(state);
        }
        state = PlanState.DRAFT;
        decidedOn = on;
    }

    private void advance(PlanState from, PlanState to, LocalDate on) {
        if (state != from) {
            throw new PlanNotThere(state);
        }
        state = to;
        decidedOn = on;
    }

    void archive(Instant now) {
        archivedAt = now;
    }

    void restore() {
        archivedAt = null;
    }

    /** What lists filter on. */
    Listings.Facts facts() {
        return new Listings.Facts(state.ordinal(), type.ordinal(), Set.of(), ends);
    }

    PlanId planId() {
        return new PlanId(id);
    }

    SpaceId owner() {
        return new SpaceId(owner);
    }

    PlanState state() {
        return state;
    }

    long version() {
        return version == null ? 0 : version;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return version == null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Plan plan && plan.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
