package fr.maillage.base;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A service whose calls do what the test says, and count how often they begin. */
@Component
public class Wavering {

    private int begun;

    int begun() {
        return begun;
    }

    void forget() {
        begun = 0;
    }

    @Transactional
    public <T> T write(Supplier<T> act) {
        begun++;
        return act.get();
    }

    @Transactional(readOnly = true)
    public <T> T read(Supplier<T> act) {
        begun++;
        return act.get();
    }
}
