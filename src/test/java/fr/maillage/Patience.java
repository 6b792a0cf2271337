package fr.maillage;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** What is awaited comes at once on an idle machine; a busy one is no reason to fail. */
public final class Patience implements TestExecutionListener {

    /** How long a test waits for what must come. */
    public static final Duration LONGEST = Duration.ofSeconds(90);

    @Override
    public void beforeTestClass(TestContext test) {
        Awaitility.setDefaultTimeout(LONGEST);
    }
}
