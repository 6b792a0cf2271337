/** The screens of practices. */
@NamedInterface("ui")
@NullMarked
package fr.maillage.practice.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
