/** Opportunities: a need or an offer with a date, and the interest that others express in it. */
@ApplicationModule(displayName = "opportunity", allowedDependencies = {"base", "base::ui", "access", "access::ui",
        "territory", "alliance", "member", "discussion", "discussion::ui"})
@NullMarked
package fr.maillage.opportunity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
