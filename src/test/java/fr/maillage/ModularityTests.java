package fr.maillage;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.DiagramOptions;

/** Modules depend downward only, and only on what another one declares public. */
class ModularityTests {

    private static final ApplicationModules MODULES = ApplicationModules.of(Application.class);

    @Test
    void modulesKeepTheirBorders() {
        MODULES.verify();
    }

    /** Draws the picture that {@code docs/architecture.md} shows; compare it with the committed one when it moves. */
    @Test
    void modulesAreDrawn() {
        new Documenter(MODULES).writeModulesAsPlantUml(DiagramOptions.defaults());
    }
}
