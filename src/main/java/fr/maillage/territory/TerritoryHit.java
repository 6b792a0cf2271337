package fr.maillage.territory;

/**
 * A territory found by a few letters, and why.
 *
 * @param commune the commune whose name was typed, or empty when the name of the territory itself was
 */
public record TerritoryHit(TerritoryLine territory, String commune) {}
