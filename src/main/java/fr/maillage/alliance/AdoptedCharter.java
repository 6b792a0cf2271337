package fr.maillage.alliance;

import fr.maillage.base.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A version of a charter.
 *
 * @param no     1 for the first
 * @param author who adopted it, or null when it came with the reference data
 */
public record AdoptedCharter(int no, LocalDate effectiveFrom, @Nullable PersonId author, Instant adoptedAt,
        Charter charter) {}
