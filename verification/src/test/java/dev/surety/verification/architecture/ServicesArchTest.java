package dev.surety.verification.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** How modules and features may depend on each other. */
@AnalyzeClasses(locations = SuretyClasses.class)
class ServicesArchTest {

    @ArchTest
    static final ArchRule servicesAreStrangers = slices().matching("dev.surety.(guardrail|escalation|audit|bias)..")
            .should()
            .notDependOnEachOther()
            .because("each service can be deployed, scaled and replaced alone; they meet on Kafka");

    @ArchTest
    static final ArchRule contractsStandAlone = classes()
            .that()
            .resideInAPackage("dev.surety.contracts..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.surety.contracts..", "java..", "com.fasterxml.jackson.annotation..", "org.jspecify..")
            .because("a client of Surety can use the event records as they are");

    @ArchTest
    static final ArchRule theLogFormatStandsAlone = classes()
            .that()
            .resideInAPackage("dev.surety.tlog..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.surety.tlog..", "java..", "javax.crypto..", "org.jspecify..")
            .because("whoever checks a log must not need a framework, or us");

    @ArchTest
    static final ArchRule theKitKnowsNoService = noClasses()
            .that()
            .resideInAPackage("dev.surety.kit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.surety.guardrail..", "dev.surety.escalation..", "dev.surety.audit..", "dev.surety.bias..")
            .because("shared code that knows one of its users belongs to that user");

    @ArchTest
    static final ArchRule guardrailFeaturesHaveNoCycles = withoutCycles("guardrail");

    @ArchTest
    static final ArchRule escalationFeaturesHaveNoCycles = withoutCycles("escalation");

    @ArchTest
    static final ArchRule auditFeaturesHaveNoCycles = withoutCycles("audit");

    @ArchTest
    static final ArchRule biasFeaturesHaveNoCycles = withoutCycles("bias");

    private static ArchRule withoutCycles(String service) {
        return slices().matching("dev.surety." + service + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("the folders of " + service + " tell the truth only if features can be read one by one");
    }
}
