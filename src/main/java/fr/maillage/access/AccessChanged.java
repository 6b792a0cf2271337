package fr.maillage.access;

/**
 * Somebody's rights may have changed: a membership, an alliance or a charter. Published inside the transaction that
 * changes them; acted upon when it is committed.
 */
public record AccessChanged() {}
