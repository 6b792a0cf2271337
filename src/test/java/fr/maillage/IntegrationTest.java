package fr.maillage;

import fr.maillage.local.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * The whole application on a real MariaDB, profile {@code test}. All classes of one run share one server and one schema,
 * migrated once; nothing is rolled back unless the test says {@code @Transactional}, so a test looks only at what it made itself.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest
@ActiveProfiles("test")
@ContextConfiguration(initializers = TestDatabase.class)
@TestExecutionListeners(listeners = {OwnHolder.class, Patience.class}, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface IntegrationTest {

    /** {@code MOCK} opens no port; browser tests ask for {@code RANDOM_PORT}. */
    @AliasFor(annotation = SpringBootTest.class)
    WebEnvironment webEnvironment() default WebEnvironment.MOCK;

    @AliasFor(annotation = SpringBootTest.class)
    String[] properties() default {};
}
