package dev.surety.verification.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** Habits that keep the code safe, replayable and native; each rule says which. */
@AnalyzeClasses(locations = SuretyClasses.class)
class RulesArchTest {
    private static final String SECURITY = "jakarta.annotation.security.";

    @ArchTest
    static final ArchRule everyCallSaysWhoMay = methods()
            .that(areRestCalls())
            .should(sayWhoMay())
            .because("a call that nobody thought about must not be open to everybody");

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = noFields()
            .should()
            .beAnnotatedWith("jakarta.inject.Inject")
            .because("a constructor shows what a class needs, and a native image cannot reach private fields");

    @ArchTest
    static final ArchRule configurationIsMapped = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.eclipse.microprofile.config.inject.ConfigProperty")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.eclipse.microprofile.config.ConfigProvider")
            .because("what can be configured is read in one documented place per service");

    @ArchTest
    static final ArchRule timeIsInjected = noClasses()
            .that()
            .resideOutsideOfPackages("dev.surety.kit.time..", "dev.surety.launcher..")
            .should()
            .callMethod("java.time.Instant", "now")
            .orShould()
            .callMethod("java.time.LocalDate", "now")
            .orShould()
            .callMethod("java.time.LocalDateTime", "now")
            .orShould()
            .callMethod("java.lang.System", "currentTimeMillis")
            .because("a decision, a log and a statistic must be repeatable: inject a Clock");

    @ArchTest
    static final ArchRule chanceIsInjected = noClasses()
            .that()
            .resideOutsideOfPackages("dev.surety.kit.time..", "dev.surety.launcher..")
            .should()
            .callMethod("java.util.UUID", "randomUUID")
            .orShould()
            .callConstructor("java.util.Random")
            .orShould()
            .callMethod("java.lang.Math", "random")
            .because("identifiers come from Identifiers, and randomness has a seed that is recorded");

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = classes()
            .that()
            .resideInAPackage("dev.surety..")
            .should()
            .haveNameNotMatching(".*(Impl|Utils?|Helper|Manager|Dto|DTO)$")
            .because("such a name says how somebody felt about a class, not what it is");

    @ArchTest
    static final ArchRule answersAndRequestsAreRecords = classes()
            .that()
            .resideInAPackage("..rest..")
            .and()
            .haveSimpleNameEndingWith("View")
            .should()
            .beRecords()
            .because("what crosses the edge is data, and data does not change");

    @ArchTest
    static final ArchRule eventsAreRecords = classes()
            .that()
            .resideInAPackage("dev.surety.contracts.*..")
            .and()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .should()
            .beRecords()
            .because("an event is a fact, and a fact does not change");

    @ArchTest
    static final ArchRule constantsAreFinal = fields().that()
            .areStatic()
            .and()
            .areNotPrivate()
            .and()
            .areDeclaredInClassesThat()
            .resideInAPackage("dev.surety..")
            .should()
            .beFinal()
            .because("a shared variable is seen by every tenant and every thread");

    private static DescribedPredicate<JavaMethod> areRestCalls() {
        Set<String> verbs = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
        return DescribedPredicate.describe(
                "are REST calls",
                method -> method.getAnnotations().stream()
                        .map(JavaAnnotation::getRawType)
                        .anyMatch(type ->
                                type.getPackageName().equals("jakarta.ws.rs") && verbs.contains(type.getSimpleName())));
    }

    private static ArchCondition<JavaMethod> sayWhoMay() {
        return new ArchCondition<>("carry @RolesAllowed, @PermitAll or @Authenticated, or their class does") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean said = saysWhoMay(method.getAnnotations()) || saysWhoMay(classAnnotations(method));
                events.add(new SimpleConditionEvent(
                        method, said, method.getFullName() + (said ? " says" : " does not say") + " who may call it"));
            }
        };
    }

    private static Set<? extends JavaAnnotation<?>> classAnnotations(JavaMethod method) {
        JavaClass owner = method.getOwner();
        return owner.getAnnotations();
    }

    private static boolean saysWhoMay(Set<? extends JavaAnnotation<?>> annotations) {
        return annotations.stream()
                .map(annotation -> annotation.getRawType().getFullName())
                .anyMatch(name -> name.equals(SECURITY + "RolesAllowed")
                        || name.equals(SECURITY + "PermitAll")
                        || name.equals("io.quarkus.security.Authenticated"));
    }
}
