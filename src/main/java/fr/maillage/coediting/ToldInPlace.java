package fr.maillage.coediting;

import java.util.concurrent.Executor;
import org.apache.coyote.ProtocolHandler;
import org.apache.tomcat.util.net.SocketProcessorBase;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Tomcat says in a thread of its own that a message has been sent, even when it was sent at once: with many readers of
 * a text, one thread for each keystroke and reader. Ours only counts, so it is told in the thread that sends.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ToldInPlace implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private static final ThreadLocal<Boolean> SENDING = ThreadLocal.withInitial(() -> false);

    /** Sends in this thread; what is said of it meanwhile is said in this thread too. */
    static void during(Runnable send) {
        SENDING.set(true);
        try {
            send.run();
        } finally {
            SENDING.set(false);
        }
    }

    /** After Spring Boot, which sets the threads in a customizer of its own: a bean of that kind would come before it. */
    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addProtocolHandlerCustomizers(ToldInPlace::sayInPlace);
    }

    private static void sayInPlace(ProtocolHandler handler) {
        Executor threads = handler.getExecutor();
        handler.setExecutor(task -> {
            // What reads from the line or ends it may wait for somebody: that never happens in place.
            if (SENDING.get() && !(task instanceof SocketProcessorBase<?>)) {
                task.run();
            } else {
                threads.execute(task);
            }
        });
    }
}
