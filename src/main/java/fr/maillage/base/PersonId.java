package fr.maillage.base;

import java.util.UUID;

/** Identifies a person who has or had an account. */
public record PersonId(UUID value) {}
