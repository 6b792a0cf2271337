/** Running on one machine: the embedded database, start-up failures said in one sentence, the demonstration sign-ins. */
@NullMarked
package fr.maillage.local;

import org.jspecify.annotations.NullMarked;
