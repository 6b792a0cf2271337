/** Files on a page: the list, and adding to it. */
@NamedInterface("ui")
@NullMarked
package fr.maillage.file.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
