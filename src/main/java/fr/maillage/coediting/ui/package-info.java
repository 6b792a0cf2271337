/** What features show of live texts: the editor, and a text to be read. */
@NamedInterface("ui")
@NullMarked
package fr.maillage.coediting.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
