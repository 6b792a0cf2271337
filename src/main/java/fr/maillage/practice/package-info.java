/** Good practices: what worked, told so that others can redo it, and what became of it elsewhere. */
@ApplicationModule(displayName = "practice", allowedDependencies = {"base", "base::ui", "access", "access::ui",
        "territory", "territory::ui", "member", "discussion", "discussion::ui", "file", "file::ui", "coediting", "coediting::ui"})
@NullMarked
package fr.maillage.practice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
