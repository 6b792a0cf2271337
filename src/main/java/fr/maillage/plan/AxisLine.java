package fr.maillage.plan;

import org.jspecify.annotations.Nullable;

/**
 * An axis as it stands in its plan.
 *
 * @param depth  1 to 3
 * @param number its place, as it is read: 2, 2.1
 */
public record AxisLine(AxisId id, @Nullable AxisId parent, int depth, String number, String title) {}
