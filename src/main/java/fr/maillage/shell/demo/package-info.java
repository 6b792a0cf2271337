/** Loads the demonstration set of {@code seeds/demo}, through the same services as everybody. */
@NullMarked
package fr.maillage.shell.demo;

import org.jspecify.annotations.NullMarked;
