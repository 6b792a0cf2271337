/** What holds the rest: frame, landing, errors, demonstration set. May see all modules; none may see it. */
@ApplicationModule(displayName = "shell")
@NullMarked
package fr.maillage.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
