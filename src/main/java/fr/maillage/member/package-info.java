/** People, organizations, memberships and invitations; who signs in and how. */
@ApplicationModule(displayName = "member", allowedDependencies = {"base", "base::ui", "access", "alliance"})
@NullMarked
package fr.maillage.member;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
