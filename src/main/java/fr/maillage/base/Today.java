package fr.maillage.base;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** The present, as the people of the product live it: dates are those of metropolitan France, instants are UTC. */
@Component
public class Today {

    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private static final ScopedValue<Instant> INSTEAD = ScopedValue.newInstance();

    private final Clock clock;

    public Today(Clock clock) {
        this.clock = clock;
    }

    /** Lets something be done as if at another instant, in this thread: what is loaded from elsewhere keeps its dates. */
    public static void at(Instant instant, Runnable act) {
        ScopedValue.where(INSTEAD, instant).run(act);
    }

    public LocalDate date() {
        return LocalDate.ofInstant(now(), ZONE);
    }

    public Instant now() {
        return INSTEAD.isBound() ? INSTEAD.get() : clock.instant();
    }
}
