/** The screens of opportunities. Others lead to them through {@link fr.maillage.opportunity.ui.OpportunityNavigation}. */
@NamedInterface("ui")
@NullMarked
package fr.maillage.opportunity.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
