package fr.maillage.local;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/**
 * Prints a failed start as one line on the error output: the fact, then the remedy.
 * Spring Boot's own report, a page long, is turned off in {@code application.properties}.
 */
class OneSentenceReporter implements FailureAnalysisReporter {

    @Override
    public void report(FailureAnalysis analysis) {
        var action = analysis.getAction();
        System.err.println("maillage: " + analysis.getDescription().strip() + (action == null ? "" : " " + action.strip()));
    }
}
