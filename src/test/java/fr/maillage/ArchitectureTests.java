package fr.maillage;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.maillage.access.AccessPolicy;
import fr.maillage.access.AccessScopes;
import fr.maillage.access.CurrentViewer;
import fr.maillage.access.Lists;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Service;

/** The house rules that a machine can keep, each as a sentence. */
@AnalyzeClasses(packages = "fr.maillage", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final DescribedPredicate<JavaClass> SERVICES =
            DescribedPredicate.describe("services", type -> type.isAnnotatedWith(Service.class));

    @ArchTest
    static final ArchRule servicesDoNotKnowScreens = noClasses().that(SERVICES)
            .should().dependOnClassesThat().areAssignableTo(Component.class);

    @ArchTest
    static final ArchRule viewsArePackagePrivate = classes().that().areAnnotatedWith(Route.class)
            .should().notBePublic();

    @ArchTest
    static final ArchRule everyViewSaysWhoMayOpenIt = classes().that().areAnnotatedWith(Route.class)
            .should().beAnnotatedWith(AnonymousAllowed.class).orShould().beAnnotatedWith(PermitAll.class)
            .orShould().beAnnotatedWith(RolesAllowed.class);

    @ArchTest
    static final ArchRule entitiesStayInTheirFeature = classes().that().areAnnotatedWith(Entity.class)
            .should().bePackagePrivate();

    @ArchTest
    static final ArchRule entitiesHaveNoSetters = noMethods().that().areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class).should().haveNameMatching("set[A-Z].*");

    @ArchTest
    static final ArchRule markupGoesThroughOneSanitizer = noClasses()
            .that().resideOutsideOfPackage("fr.maillage.base.ui..")
            .should().dependOnClassesThat(are(Predicates.equivalentTo(Html.class)));

    @ArchTest
    static final ArchRule whoTellsScreensDoesNotStopAtOneThatIsClosed = noClasses()
            .should().callMethod(UI.class, "access", Command.class)
            .because("it throws when the screen is closed: see Telling");

    @ArchTest
    static final ArchRule noThreadsInScreens = noClasses().that().resideInAPackage("..ui..")
            .should().dependOnClassesThat().areAssignableTo(Thread.class);

    /**
     * The boundary: what a feature offers in public asks the access module, itself or through a method of its own.
     * The modules that answer to the access module, and reference data that is public by nature, are listed by name.
     */
    @ArchTest
    static final ArchRule publicServiceMethodsAskForAccess = methods().that().arePublic()
            .and().areDeclaredInClassesThat(SERVICES)
            .and().areDeclaredInClassesThat().resideInAnyPackage("fr.maillage.opportunity..", "fr.maillage.practice..",
                    "fr.maillage.plan..", "fr.maillage.discussion..", "fr.maillage.file..", "fr.maillage.coediting..")
            .should(askForAccess());

    private static ArchCondition<JavaMethod> askForAccess() {
        return new ArchCondition<>("ask the access module") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (!method.getModifiers().contains(JavaModifier.SYNTHETIC) && !asks(method, new HashSet<>())) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " asks nobody"));
                }
            }

            private boolean asks(JavaMethod method, Set<JavaMethod> seen) {
                return seen.add(method) && method.getMethodCallsFromSelf().stream().anyMatch(call -> {
                    JavaClass target = call.getTargetOwner();
                    return target.isEquivalentTo(AccessPolicy.class) || target.isEquivalentTo(Lists.class)
                            || target.isEquivalentTo(AccessScopes.class)
                            || target.isEquivalentTo(CurrentViewer.class)
                            || call.getTarget().resolveMember().filter(JavaMethod.class::isInstance)
                                    .map(JavaMethod.class::cast)
                                    .filter(called -> called.getOwner().getPackageName().startsWith("fr.maillage"))
                                    .filter(called -> asks(called, seen)).isPresent();
                });
            }
        };
    }
}
