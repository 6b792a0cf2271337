/**
 * What people say about items, what they follow and what happened: comments, mentions, follows, activity. Knows items
 * by their identifier and the few words each feature tells of them ({@link fr.maillage.access.ItemDirectory}).
 */
@ApplicationModule(displayName = "discussion",
        allowedDependencies = {"base", "base::ui", "access", "territory", "alliance", "member",
            "coediting", "coediting::ui"})
@NullMarked
package fr.maillage.discussion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
