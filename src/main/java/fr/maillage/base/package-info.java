/** The kernel: identifiers, value objects, time and text. Knows no feature. */
@ApplicationModule(displayName = "base")
@NullMarked
package fr.maillage.base;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
