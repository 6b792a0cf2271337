package fr.maillage.plan;

import fr.maillage.access.AccessPolicy;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Operation;
import fr.maillage.base.PersonId;
import fr.maillage.base.Today;
import fr.maillage.plan.FieldChange.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What became of the fields of actions: who changed what, when, from what to what. Texts that several people write at
 * once have versions instead. For those who may {@link Operation#SEE_HISTORY}.
 */
@Service
@Transactional(readOnly = true)
public class ActionHistory {

    /** Changes on one page. */
    public static final int PAGE = 50;
    /** Changes looked at to compare two days; beyond, the comparison says that it is not whole. */
    static final int MOST = 5_000;

    /**
     * What differs between two days.
     *
     * @param whole whether everything was looked at
     */
    public record Comparison(List<FieldChange> changes, boolean whole) {}

    private final FieldLog log;
    private final FieldStore fields;
    private final AccessPolicy policy;

    ActionHistory(FieldLog log, FieldStore fields, AccessPolicy policy) {
        this.log = log;
        this.fields = fields;
        this.policy = policy;
    }

    /**
     * The changes of an action, newest first, at most {@value #PAGE}.
     *
     * @param before the last change of the page before, or null for the first page
     * @throws NotVisible                 when the action is not meant for whoever acts
     * @throws fr.maillage.access.Refused when they may not see its history
     */
    public List<FieldChange> changes(ActionId action, @Nullable UUID before) {
        policy.require(Operation.SEE_HISTORY, ActionService.subject(action));
        return log.page(action, before, PAGE).stream().flatMap(entry -> change(entry).stream()).toList();
    }

    /** What is different at the end of a day from what was at the beginning of another. */
    public Comparison compare(ActionId action, LocalDate from, LocalDate to) {
        policy.require(Operation.SEE_HISTORY, ActionService.subject(action));
        List<FieldLog.Entry> entries = log.between(action, from.atStartOfDay(Today.ZONE).toInstant(),
                to.plusDays(1).atStartOfDay(Today.ZONE).toInstant(), MOST);
        Map<String, List<FieldLog.Entry>> byField = new LinkedHashMap<>();
        entries.forEach(entry -> byField.computeIfAbsent(key(entry), key -> new ArrayList<>()).add(entry));
        List<FieldChange> changes = byField.values().stream().flatMap(of -> joined(of).stream()).toList();
        return new Comparison(changes, entries.size() < MOST);
    }

    /** Partners have no line that lasts: each name is a value of its own. */
    private static String key(FieldLog.Entry entry) {
        return entry.field() + '/' + entry.line() + (entry.field().equals(FieldLog.PARTNER)
                ? Objects.requireNonNullElse(entry.was(), entry.became()) : "");
    }

    private static Optional<FieldChange> joined(List<FieldLog.Entry> entries) {
        FieldLog.Entry first = entries.getFirst();
        FieldLog.Entry last = entries.getLast();
        if (Objects.equals(first.was(), last.became())) {
            return Optional.empty();
        }
        Set<PersonId> people = new LinkedHashSet<>();
        entries.forEach(entry -> people.add(entry.by()));
        return change(new FieldLog.Entry(last.id(), last.line(), last.field(), last.at(), last.by(), first.was(),
                last.became())).map(change -> new FieldChange(change.id(), change.subject(), change.line(),
                        change.was(), change.became(), List.copyOf(people), change.at()));
    }

    /** None for a field this version of the product does not know any more. */
    private static Optional<FieldChange> change(FieldLog.Entry entry) {
        if (entry.field().equals(FieldLog.PARTNER)) {
            return Optional.of(change(entry, new Subject.Partner(), entry.was(), entry.became()));
        }
        if (entry.field().startsWith(FieldLog.PERSON)) {
            Involvement part = Involvement.valueOf(entry.field().substring(FieldLog.PERSON.length()));
            PersonId person = new PersonId(entry.line());
            return Optional.of(change(entry, new Subject.Person(part), entry.was() == null ? null : person,
                    entry.became() == null ? null : person));
        }
        return ActionField.named(entry.field())
                .map(field -> change(entry, new Subject.Field(field), field.read(entry.was()), field.read(entry.became())));
    }

    private static FieldChange change(FieldLog.Entry entry, Subject subject, @Nullable Object was,
            @Nullable Object became) {
        return new FieldChange(entry.id(), subject, entry.line(), was, became, List.of(entry.by()), entry.at());
    }

    /** The version to send with a change that brings a value of the action itself back; see {@link ActionService#set}. */
    public long version(ActionId action, ActionField<?> field) {
        policy.require(Operation.SEE_HISTORY, ActionService.subject(action));
        return fields.versionOf(FieldRef.of(action, field));
    }
}
