/**
 * Who may do what: one policy, one scope, one table of audiences. Everything that lists, counts, opens, changes,
 * exports or notifies asks here; nothing else decides. Learns who belongs where through {@link
 * fr.maillage.access.MembershipFacts} and {@link fr.maillage.access.AllianceFacts}, which other modules answer.
 */
@ApplicationModule(displayName = "access", allowedDependencies = {"base", "base::ui"})
@NullMarked
package fr.maillage.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
