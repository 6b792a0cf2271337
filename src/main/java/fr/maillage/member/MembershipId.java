package fr.maillage.member;

import java.util.UUID;

/** Identifies one membership: a person in a space, for an organization, under a profile. */
public record MembershipId(UUID value) {}
