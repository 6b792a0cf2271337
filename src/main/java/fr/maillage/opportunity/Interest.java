package fr.maillage.opportunity;

import fr.maillage.base.Checks;
import fr.maillage.base.Ids;
import fr.maillage.base.OrganizationId;
import fr.maillage.base.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What one person said to one opportunity, and the answer. Those who are interested never see one another. */
@Entity
@Table(name = "opportunity_interest")
class Interest {

    static final int LONGEST = 2000;

    @Id
    @JdbcTypeCode(SqlTypes.UUID)
    private UUID id;
    @JdbcTypeCode(SqlTypes.UUID)
    private UUID opportunity;
    @JdbcTypeCode(SqlTypes.UUID)
    private UUID person;
    @JdbcTypeCode(SqlTypes.UUID)
    private @Nullable UUID organization;
    @Column(length = LONGEST)
    private String message;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private InterestState state;
    @Column(length = LONGEST)
    private String answer = "";
    @Column(name = "expressed_at")
    private Instant expressedAt;
    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;
    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway")
    protected Interest() {}

    private Interest(OpportunityId opportunity, PersonId person) {
        this.id = Ids.next();
        this.opportunity = opportunity.value();
        this.person = person.value();
    }

    static Interest express(OpportunityId opportunity, PersonId person, @Nullable OrganizationId organization,
            String message, Instant at) {
        Interest interest = new Interest(opportunity, person);
        interest.say(organization, message, at);
        return interest;
    }

    /** Comes back to it after having withdrawn. */
    void expressAgain(@Nullable OrganizationId organization, String message, Instant at) {
        say(organization, message, at);
    }

    private void say(@Nullable OrganizationId from, String words, Instant at) {
        message = Checks.required("message", words, LONGEST);
        organization = from == null ? null : from.value();
        state = InterestState.NEW;
        answer = "";
        expressedAt = at;
        answeredAt = null;
    }

    boolean withdraw() {
        boolean changes = state != InterestState.WITHDRAWN;
        state = InterestState.WITHDRAWN;
        return changes;
    }

    /** Answers it; false when that is the answer it has, or when it was withdrawn meanwhile. */
    boolean answer(InterestState how, String words, Instant at) {
        if (!how.isAnswer()) {
            throw new IllegalArgumentException(how + " is no answer");
        }
        String text = Checks.optional("answer", words, LONGEST);
        if (state == InterestState.WITHDRAWN || state == how && answer.equals(text)) {
            return false;
        }
        state = how;
        answer = text;
        answeredAt = at;
        return true;
    }

    UUID id() {
        return id;
    }

    OpportunityId opportunity() {
        return new OpportunityId(opportunity);
    }

    PersonId person() {
        return new PersonId(person);
    }

    boolean isWithdrawn() {
        return state == InterestState.WITHDRAWN;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Interest interest && interest.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
