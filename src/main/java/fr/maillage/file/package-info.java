/** Files attached to items: bounded, sniffed, kept once, served safely. Knows content only as an item reference. */
@ApplicationModule(displayName = "file", allowedDependencies = {"base", "base::ui", "access"})
@NullMarked
package fr.maillage.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
