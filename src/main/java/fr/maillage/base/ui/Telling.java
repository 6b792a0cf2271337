package fr.maillage.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableRunnable;

/** Tells an open screen what happened elsewhere. */
public final class Telling {

    private Telling() {}

    /**
     * Has it act as soon as nobody else does in its session; can be called in any thread. A screen that is closed
     * meanwhile needs to be told nothing: whoever tells many must not stop at it.
     */
    public static void tell(UI screen, SerializableRunnable act) {
        screen.accessLater(act, () -> {}).run();
    }
}
