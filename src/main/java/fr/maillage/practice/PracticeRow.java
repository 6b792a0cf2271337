package fr.maillage.practice;

import fr.maillage.base.SpaceId;
import fr.maillage.base.Theme;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A practice as a list shows it. */
public record PracticeRow(PracticeId id, SpaceId owner, String title, String summary, @Nullable Integer year,
        Set<Theme> themes, Instant createdAt) {}
