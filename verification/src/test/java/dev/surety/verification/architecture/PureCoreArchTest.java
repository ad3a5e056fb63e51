package dev.surety.verification.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Decisions, the log and statistics know no framework; what talks to the world stands at the edge. */
@AnalyzeClasses(locations = SuretyClasses.class)
class PureCoreArchTest {
    private static final String[] SERVICES = {
        "dev.surety.guardrail..", "dev.surety.escalation..", "dev.surety.audit..", "dev.surety.bias.."
    };

    @ArchTest
    static final ArchRule restStaysInRest = noClasses()
            .that()
            .resideInAnyPackage(SERVICES)
            .and()
            .resideOutsideOfPackage("..rest..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.ws.rs..")
            .because("what is decided must not depend on how it was asked");

    @ArchTest
    static final ArchRule sqlStaysInStores = noClasses()
            .that()
            .resideInAnyPackage(SERVICES)
            .and()
            .resideOutsideOfPackage("..store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..")
            .because("the statements are the design, and they are found in one place per feature");

    @ArchTest
    static final ArchRule kafkaStaysInEvents = noClasses()
            .that()
            .resideInAnyPackage(SERVICES)
            .and()
            .resideOutsideOfPackage("..event..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..")
            .because("the core must be testable without a broker");

    @ArchTest
    static final ArchRule theCoreKnowsNoFramework = noClasses()
            .that()
            .resideInAnyPackage(SERVICES)
            .and()
            .resideOutsideOfPackages("..rest..", "..store..", "..event..")
            .and()
            .haveSimpleNameNotEndingWith("Service")
            .and()
            .haveSimpleNameNotEndingWith("Config")
            .and()
            .haveSimpleNameNotEndingWith("Registration")
            .and()
            .haveSimpleNameNotEndingWith("Wiring")
            .and()
            .haveSimpleNameNotEndingWith("Health")
            .and()
            .haveSimpleNameNotEndingWith("Metrics")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("jakarta..", "io.quarkus..", "io.smallrye..", "io.micrometer..", "io.vertx.."))
            .because("decisions, log and statistics must be testable in milliseconds and replayable years later");
}
