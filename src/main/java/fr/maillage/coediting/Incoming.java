package fr.maillage.coediting;

import fr.maillage.base.PersonId;
import fr.maillage.coediting.yjs.Editing;
import fr.maillage.coediting.yjs.StateVector;
import fr.maillage.coediting.yjs.Update;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What came into a room and waits for the flusher. */
sealed interface Incoming {

    /** @param number the how manieth writing message of this connection it is */
    record Written(Connection from, long number, Message.Write write) implements Incoming {

        /** The same, to be brought in once more: an update keeps what was made of it. */
        @Override
        public Incoming anew() {
            return new Written(from, number,
                    new Message.Write(write.bytes(), Update.decode(write.bytes()), write.whole()));
        }
    }

    /** A question that waits behind what is not committed. */
    record Asked(Connection from, StateVector known) implements Incoming {}

    /** A change of the server's own. */
    record Own(@Nullable PersonId author, Consumer<Editing> edit, CompletableFuture<Void> done) implements Incoming {}

    default Incoming anew() {
        return this;
    }

    /** It cannot be brought in: whoever sent it hears so, keeps it, and comes back with it if they may. */
    default void giveBack(CloseCode code, RuntimeException why) {
        switch (this) {
            case Written(Connection from, long _, Message.Write _) -> from.close(code);
            case Asked(Connection from, StateVector _) -> from.close(code);
            case Own own -> own.done().completeExceptionally(why);
        }
    }
}
