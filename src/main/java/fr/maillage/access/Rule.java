package fr.maillage.access;

import fr.maillage.access.Standing.Via;
import java.util.function.Predicate;

/** A sentence of the access design as a condition on a {@link Standing}. */
@FunctionalInterface
interface Rule extends Predicate<Standing> {

    static Rule anyone() {
        return standing -> true;
    }

    static Rule never() {
        return standing -> false;
    }

    static Rule signedIn() {
        return Standing::signedIn;
    }

    static Rule administrator() {
        return Standing::administrator;
    }

    /** Has at least this role in the space of the subject. */
    static Rule role(Role least) {
        return standing -> standing.role() != null && standing.role().atLeast(least);
    }

    /** Wrote it, and has at least this role in its owner space. */
    static Rule author(Role least) {
        return standing -> standing.author() && role(least).test(standing);
    }

    /** Pilots it, with at least this role somewhere. */
    static Rule involved(Role least) {
        return way(Via.INVOLVED, Level.EDIT, least);
    }

    /** Is named in its audience at this level, with at least this role somewhere. */
    static Rule named(Level level, Role least) {
        return way(Via.NAMED, level, least);
    }

    /** Is let in by a door of this level or above, with at least this role there. */
    static Rule through(Level level, Role least) {
        return standing -> standing.ways().stream().anyMatch(way -> way.level().atLeast(level)
                && way.role() != null && way.role().atLeast(least));
    }

    private static Rule way(Via via, Level level, Role least) {
        return standing -> standing.ways().stream().anyMatch(way -> way.via() == via && way.level().atLeast(level)
                && way.role() != null && way.role().atLeast(least));
    }

    /** Only while the item is not archived. */
    static Rule ifLive(Rule rule) {
        return standing -> !standing.archived() && rule.test(standing);
    }

    /** Businesses do not read one another's contact data; an owner's leave and introductions widen this later. */
    static Rule notBetweenBusinesses() {
        return standing -> !standing.bothBusiness();
    }

    default Rule or(Rule other) {
        return standing -> test(standing) || other.test(standing);
    }

    default Rule and(Rule other) {
        return standing -> test(standing) && other.test(standing);
    }
}
