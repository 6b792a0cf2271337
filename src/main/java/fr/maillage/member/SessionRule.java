package fr.maillage.member;

import java.time.Instant;

/** Whether a session may go on, for what outlives a request: connections that stay open. Cheap to ask often. */
public interface SessionRule {

    boolean goesOn(PersonPrincipal principal, Instant now);
}
