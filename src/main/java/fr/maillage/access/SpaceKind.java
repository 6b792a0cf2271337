package fr.maillage.access;

/** The two kinds of space. */
public enum SpaceKind { TERRITORY, ALLIANCE }
