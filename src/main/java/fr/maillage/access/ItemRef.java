package fr.maillage.access;

import java.util.UUID;

/** Points at one item of content, whatever feature owns it. */
public record ItemRef(ItemKind kind, UUID id) {}
