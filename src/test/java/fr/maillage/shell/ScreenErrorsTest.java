package fr.maillage.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.ErrorEvent;
import fr.maillage.access.CurrentViewer;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.Messages;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.CannotCreateTransactionException;

@ExtendWith(OutputCaptureExtension.class)
class ScreenErrorsTest {

    final ScreenErrors errors = new ScreenErrors(new Messages(), new CurrentViewer());

    @Test
    void whoLeavesBeforeTheirAnswerIsNoFault(CapturedOutput log) {
        errors.error(new ErrorEvent(new IllegalStateException(
                new ClientAbortException(new IOException("Broken pipe")))));

        assertThat(log.getAll()).doesNotContain("ERROR", "Fault");
    }

    @Test
    void aFaultOfOursIsLoggedWithItsReference(CapturedOutput log) {
        errors.error(new ErrorEvent(new IOException("Too many open files")));

        assertThat(log.getAll()).containsPattern("ERROR.*Fault [2-9A-Z]{4}").contains("Too many open files");
    }

    @Test
    void callsThatFailForTheSameReasonSaySoOnceUntilThatIsGone() {
        MockVaadin.setup();
        try {
            ErrorEvent away = new ErrorEvent(new CannotCreateTransactionException("gone"));
            errors.error(away);
            errors.error(away);
            MockVaadin.clientRoundtrip(false);
            assertThat(NotificationsKt.getNotifications()).hasSize(1);

            NotificationsKt.getNotifications().forEach(Notification::close);
            errors.error(away);
            errors.error(new ErrorEvent(new InvalidInput("title", "base.required")));
            MockVaadin.clientRoundtrip(false);
            assertThat(NotificationsKt.getNotifications()).hasSize(2);
        } finally {
            MockVaadin.tearDown();
        }
    }
}
