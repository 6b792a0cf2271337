package fr.maillage.base;

import java.util.UUID;

/** Identifies an organization: an EPCI, a company, a chamber, an association. */
public record OrganizationId(UUID value) {}
