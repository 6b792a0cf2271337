/** Territories, departments and communes: the reference data, how a territory is found, where it stands on the map. */
@ApplicationModule(displayName = "territory", allowedDependencies = {"base", "base::ui", "access"})
@NullMarked
package fr.maillage.territory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
