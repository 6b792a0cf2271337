package fr.maillage.shell;

import fr.maillage.access.Attention;
import fr.maillage.access.AttentionPoint;
import fr.maillage.access.AttentionPoint.Need;
import fr.maillage.base.PersonId;
import fr.maillage.base.Today;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gathers what every module says waits for a person, and puts it in order. */
@Component
class Waiting {

    /** The most points one module may bring. */
    static final int MOST_OF_ONE = 8;

    /** From this many days on, a date is near but not of this week. */
    static final int WEEK = 7;

    private static final Logger LOG = LoggerFactory.getLogger(Waiting.class);
    private static final Comparator<AttentionPoint> SOONEST =
            Comparator.comparing(AttentionPoint::due, Comparator.nullsLast(Comparator.naturalOrder()));

    /**
     * What waits, each list in order.
     *
     * @param decide   somebody waits for a yes or no
     * @param week     asked of this person, or due within seven days or late
     * @param read     new in what this person follows
     * @param later    dates further away
     * @param complete whether every module answered
     */
    record Points(List<AttentionPoint> decide, List<AttentionPoint> week, List<AttentionPoint> read,
            List<AttentionPoint> later, boolean complete) {

        /** What waits for an act; what may be read or is far does not count. */
        int count() {
            return decide.size() + week.size();
        }

        boolean isEmpty() {
            return count() == 0 && read.isEmpty() && later.isEmpty();
        }
    }

    private final List<Attention> modules;
    private final Today today;

    Waiting(List<Attention> modules, Today today) {
        this.modules = List.copyOf(modules);
        this.today = today;
    }

    Points of(PersonId person) {
        List<AttentionPoint> all = new ArrayList<>();
        boolean complete = true;
        for (Attention module : modules) {
            try {
                all.addAll(module.pointsFor(person, MOST_OF_ONE));
            } catch (RuntimeException e) {
                // The page by which everybody enters stands even while one module does not.
                LOG.error("{} does not say what waits", module.getClass().getName(), e);
                complete = false;
            }
        }
        LocalDate soon = today.date().plusDays(WEEK);
        List<AttentionPoint> decide = new ArrayList<>();
        List<AttentionPoint> week = new ArrayList<>();
        List<AttentionPoint> read = new ArrayList<>();
        List<AttentionPoint> later = new ArrayList<>();
        for (AttentionPoint point : all) {
            boolean far = point.due() != null && point.due().isAfter(soon);
            (switch (point.need()) {
                case DECIDE -> decide;
                case ANSWER -> week;
                case DEADLINE -> far ? later : week;
                case READ -> read;
            }).add(point);
        }
        decide.sort(SOONEST);
        week.sort(Comparator.comparing((AttentionPoint point) -> point.need() == Need.ANSWER ? today.date()
                : point.due(), Comparator.nullsLast(Comparator.naturalOrder())));
        later.sort(SOONEST);
        return new Points(decide, week, read, later, complete);
    }
}
