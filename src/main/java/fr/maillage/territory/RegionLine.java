package fr.maillage.territory;

import java.util.List;

/** A region with its departments, each with the number of its territories: the table of contents of the country. */
public record RegionLine(String code, String name, boolean overseas, int territories, List<DepartmentLine> departments) {

    /** A department that is the seat of at least one territory. */
    public record DepartmentLine(String code, String name, int territories) {}
}
