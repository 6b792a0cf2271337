/** The components of the house and its design language; shown in {@code docs/components.md}. */
@NamedInterface("ui")
@NullMarked
package fr.maillage.base.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
