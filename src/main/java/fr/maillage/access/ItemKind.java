package fr.maillage.access;

import org.jspecify.annotations.Nullable;

/**
 * A kind of content. Each feature declares its own and answers for it with an {@link ItemDirectory}.
 *
 * @param code the number stored in lists, 1 to 255, never reused
 * @param name the word used in message keys, audit entries and addresses of events
 */
public record ItemKind(int code, String name) {

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ItemKind kind && kind.code == code;
    }

    @Override
    public int hashCode() {
        return code;
    }
}
