/** What other features show of discussions: through {@link fr.maillage.discussion.ui.DiscussionComponents}. */
@NamedInterface("ui")
@NullMarked
package fr.maillage.discussion.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
