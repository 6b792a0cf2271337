package fr.maillage.access;

import java.util.UUID;

/** The audience of an item was widened or narrowed. Open screens ask again whether they may still show it. */
public record AudienceChanged(UUID item) {}
