/** The screens of access: choosing an audience, saying it in words, looking at one's own through its eyes. */
@NamedInterface("ui")
@NullMarked
package fr.maillage.access.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
