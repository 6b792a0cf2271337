/** The pages of alliances, and what alliances bring to the page of a territory. */
@NamedInterface("ui")
@NullMarked
package fr.maillage.alliance.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
