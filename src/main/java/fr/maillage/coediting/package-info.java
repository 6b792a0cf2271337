/**
 * Texts that several people write at once. A feature creates a {@link fr.maillage.coediting.LiveTexts live text} for a
 * field of an item and reads it back as plain text or as a document; browsers meet in it over {@code /coedition/…}.
 * Knows content only as an item reference.
 */
@ApplicationModule(displayName = "coediting", allowedDependencies = {"base", "base::ui", "access", "member", "member::ui",
        "file"})
@NullMarked
package fr.maillage.coediting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
