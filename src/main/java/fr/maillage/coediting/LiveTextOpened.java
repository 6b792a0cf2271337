package fr.maillage.coediting;

/** A field has become a text that several people write. Published in the transaction that makes it so. */
public record LiveTextOpened(LiveTextRef ref, LiveTextId text) {}
