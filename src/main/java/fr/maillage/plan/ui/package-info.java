/** The screens of action plans; from outside, their addresses. */
@NamedInterface("ui")
@NullMarked
package fr.maillage.plan.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
