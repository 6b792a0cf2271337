package fr.maillage.local;

import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says that the database was made by a version whose migrations are not those of this one. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class SchemaMismatchAnalyzer extends AbstractFailureAnalyzer<FlywayValidateException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, FlywayValidateException cause) {
        return new FailureAnalysis("The database was made by another version of Maillage, whose migrations differ from this one's.",
                "Start the version that made it, or choose another folder with --data DIR (or MAILLAGE_DATA).", cause);
    }
}
