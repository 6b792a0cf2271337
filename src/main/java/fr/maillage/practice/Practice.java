package fr.maillage.practice;

import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Theme;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A practice as it is kept. */
@Entity
@Table(name = "practice")
class Practice {

    @Id
    private UUID id;
    @Column(name = "owner", nullable = false, updatable = false)
    private UUID owner;
    @Column(name = "author", nullable = false, updatable = false)
    private UUID author;
    @Column(name = "title", nullable = false)
    private String title;
    @Column(name = "summary", nullable = false)
    private String summary;
    @Column(name = "done_in", columnDefinition = "smallint")
    private @Nullable Short doneIn;
    @Column(name = "themes", nullable = false, columnDefinition = "smallint unsigned")
    private short themes;
    // The parts of the story: as they were first told. Afterwards PracticeTexts writes them.
    @Column(name = "context", nullable = false, updatable = false, columnDefinition = "mediumtext")
    private String context;
    @Column(name = "problem", nullable = false, updatable = false, columnDefinition = "mediumtext")
    private String problem;
    @Column(name = "done", nullable = false, updatable = false, columnDefinition = "mediumtext")
    private String done;
    @Column(name = "results", nullable = false, updatable = false, columnDefinition = "mediumtext")
    private String results;
    @Column(name = "cost", nullable = false, updatable = false, columnDefinition = "mediumtext")
    private String cost;
    @Column(name = "means", nullable = false, updatable = false, columnDefinition = "mediumtext")
    private String means;
    @Column(name = "partners", nullable = false, updatable = false, columnDefinition = "mediumtext")
    private String partners;
    @Column(name = "conditions", nullable = false, updatable = false, columnDefinition = "mediumtext")
    private String conditions;
    @Column(name = "pitfalls", nullable = false, updatable = false, columnDefinition = "mediumtext")
    private String pitfalls;
    @Column(name = "contacts", nullable = false, updatable = false, columnDefinition = "mediumtext")
    private String contacts;
    @Column(name = "sources", nullable = false, updatable = false, columnDefinition = "mediumtext")
    private String sources;
    @Column(name = "state", nullable = false, columnDefinition = "tinyint unsigned")
    private byte state;
    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;
    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;
    @Column(name = "archived_at")
    private @Nullable Instant archivedAt;
    @Version
    private Long version;

    @SuppressWarnings("NullAway")
    protected Practice() {}

    @SuppressWarnings("NullAway")
    private Practice(UUID id, SpaceId owner, PersonId author, Instant now) {
        this.id = id;
        this.owner = owner.value();
        this.author = author.value();
        this.createdAt = now;
        this.state = 2;
    }

    /** Tells a practice for the first time. */
    static Practice tell(UUID id, SpaceId owner, PersonId author, PracticeDraft draft, Instant now) {
        Practice practice = new Practice(id, owner, author, now);
        practice.tellParts(draft);
        practice.rewrite(draft, now);
        return practice;
    }

    /** Takes what the draft, already checked, says of the practice itself; its parts are written elsewhere. */
    void rewrite(PracticeDraft draft, Instant now) {
        title = draft.title();
        summary = draft.summary();
        doneIn = draft.year() == null ? null : draft.year().shortValue();
        themes = (short) Theme.mask(draft.themes());
        changedAt = now;
    }

    private void tellParts(PracticeDraft draft) {
        context = draft.section(PracticeSection.CONTEXT);
        problem = draft.section(PracticeSection.PROBLEM);
        done = draft.section(PracticeSection.DONE);
        results = draft.section(PracticeSection.RESULTS);
        cost = draft.section(PracticeSection.COST);
        means = draft.section(PracticeSection.MEANS);
        partners = draft.section(PracticeSection.PARTNERS);
        conditions = draft.section(PracticeSection.CONDITIONS);
        pitfalls = draft.section(PracticeSection.PITFALLS);
        contacts = draft.section(PracticeSection.CONTACTS);
        sources = draft.section(PracticeSection.SOURCES);
    }

    void archive(Instant now) {
        archivedAt = now;
    }

    void restore() {
        archivedAt = null;
    }

    PracticeDraft draft() {
        return new PracticeDraft(title, summary, doneIn == null ? null : doneIn.intValue(),
                Theme.ofMask(themes & 0xFFFF),
                Map.ofEntries(Map.entry(PracticeSection.CONTEXT, context), Map.entry(PracticeSection.PROBLEM, problem),
                        Map.entry(PracticeSection.DONE, done), Map.entry(PracticeSection.RESULTS, results),
                        Map.entry(PracticeSection.COST, cost), Map.entry(PracticeSection.MEANS, means),
                        Map.entry(PracticeSection.PARTNERS, partners),
                        Map.entry(PracticeSection.CONDITIONS, conditions),
                        Map.entry(PracticeSection.PITFALLS, pitfalls), Map.entry(PracticeSection.CONTACTS, contacts),
                        Map.entry(PracticeSection.SOURCES, sources)));
    }

    UUID id() {
        return id;
    }

    SpaceId owner() {
        return new SpaceId(owner);
    }

    PersonId author() {
        return new PersonId(author);
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant changedAt() {
        return changedAt;
    }

    boolean archived() {
        return archivedAt != null;
    }

    long version() {
        return version;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Practice practice && practice.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
