package fr.maillage.coediting;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.IntegrationTest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/** The server that is really started asks us in which thread to say that a message was sent. */
@IntegrationTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "vaadin.productionMode=true")
@Timeout(300)
class ToldInPlaceTest {

    @Autowired WebServerApplicationContext application;

    @Test
    void whatIsSaidWhileSendingIsSaidInTheThreadThatSends() {
        CompletableFuture<Thread> told = new CompletableFuture<>();

        ToldInPlace.during(() -> executor().execute(() -> told.complete(Thread.currentThread())));

        assertThat(told).isCompletedWithValue(Thread.currentThread());
    }

    @Test
    void anythingElseHasAThreadOfItsOwn() throws Exception {
        CompletableFuture<Thread> told = new CompletableFuture<>();

        executor().execute(() -> told.complete(Thread.currentThread()));

        assertThat(told.get(20, TimeUnit.SECONDS)).isNotEqualTo(Thread.currentThread())
                .matches(Thread::isVirtual, "a virtual thread");
    }

    private Executor executor() {
        return ((TomcatWebServer) application.getWebServer()).getTomcat().getConnector().getProtocolHandler().getExecutor();
    }
}
