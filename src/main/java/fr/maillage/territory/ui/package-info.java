/** Finding a territory, and the page of its space. */
@NamedInterface("ui")
@NullMarked
package fr.maillage.territory.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
