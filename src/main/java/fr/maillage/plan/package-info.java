/**
 * Action plans: plans, axes, actions and sub-actions, their people, money and proofs. An action is edited by several
 * people at once, field by field: each field has a version of its own, and a change made on an outdated one is given
 * back with both values instead of overwriting.
 */
@ApplicationModule(displayName = "plan",
        allowedDependencies = {"base", "base::ui", "access", "access::ui", "territory", "alliance", "member",
            "discussion", "discussion::ui", "file", "file::ui", "coediting", "coediting::ui"})
@NullMarked
package fr.maillage.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
