package fr.maillage.practice;

import fr.maillage.access.ItemRef;
import java.util.UUID;

/** Identifies a practice. */
public record PracticeId(UUID value) {

    public ItemRef ref() {
        return new ItemRef(PracticeService.KIND, value);
    }
}
