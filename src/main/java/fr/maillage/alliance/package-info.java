/**
 * Named networks whose members are territories or other alliances: who proposes, who accepts, who leaves, and the
 * charter that says which role the people of a member receive in the space they share.
 */
@ApplicationModule(displayName = "alliance", allowedDependencies = {"base", "base::ui", "access", "territory",
        "territory::ui"})
@NullMarked
package fr.maillage.alliance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
