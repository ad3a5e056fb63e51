package dev.surety.verification.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.regex.Pattern;

/** Decisions, the log and statistics know no framework; what talks to the world stands at the edge. */
@AnalyzeClasses(locations = SuretyClasses.class)
class PureCoreArchTest {
    private static final String[] SERVICES = {
        "dev.surety.guardrail..", "dev.surety.escalation..", "dev.surety.audit..", "dev.surety.bias.."
    };

    /** Where the core meets the world: HTTP in and out, PostgreSQL, Kafka, and the workers that call others. */
    private static final String[] ADAPTERS = {"..rest..", "..store..", "..event..", "..target..", "..work.."};

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
    static final ArchRule statementsStayInStores = noClasses()
            .that()
            .resideInAnyPackage(SERVICES)
            .and()
            .resideOutsideOfPackage("..store..")
            .should()
            .dependOnClassesThat(assignableTo(Statement.class))
            .orShould()
            .dependOnClassesThat(assignableTo(ResultSet.class))
            .orShould()
            .dependOnClassesThat(resideInAnyPackage("org.postgresql..", "javax.sql.."))
            .because("the statements are the design, and they are found in one place per feature");

    @ArchTest
    static final ArchRule transactionsAreHandedOnByThoseWhoComposeThem = noClasses()
            .that()
            .resideInAnyPackage(SERVICES)
            .and()
            .resideOutsideOfPackages("..store..", "..event..")
            .and()
            .haveSimpleNameNotEndingWith("Service")
            .and()
            .haveSimpleNameNotEndingWith("Store")
            .and()
            .haveSimpleNameNotEndingWith("Publisher")
            .should()
            .dependOnClassesThat(assignableTo(Connection.class))
            .because("a use case opens a transaction and hands it to its ports; records and rules know none");

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
            .resideOutsideOfPackages(ADAPTERS)
            .and(areNotAllowedToWire())
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("jakarta..", "io.quarkus..", "io.smallrye..", "io.micrometer..", "io.vertx.."))
            .because("decisions, log and statistics must be testable in milliseconds and replayable years later");

    /** Use cases compose, configuration is read, beans are made, meters are kept: these names may know the framework. */
    private static DescribedPredicate<JavaClass> areNotAllowedToWire() {
        Pattern wiring = Pattern.compile(".*(Service|Config|Beans|NativeRegistration|Meters)(\\$.*)?");
        return DescribedPredicate.describe(
                "are not named as use case, configuration, beans, registration or meters",
                type -> !wiring.matcher(type.getName()).matches());
    }
}
