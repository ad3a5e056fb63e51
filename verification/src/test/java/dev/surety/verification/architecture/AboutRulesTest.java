package dev.surety.verification.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.Test;

/** A rule that never runs is worse than none. */
class AboutRulesTest {

    @Test
    void rulesStandInRuleClassesAndOnlyThere() {
        classes()
                .should(holdRulesExactlyIfNamedSo())
                .check(new ClassFileImporter().importPackages("dev.surety.verification"));
    }

    @Test
    void thereAreClassesToCheck() {
        classes().should().bePublic().orShould().notBePublic().check(SuretyClasses.all());
    }

    private static ArchCondition<JavaClass> holdRulesExactlyIfNamedSo() {
        return new ArchCondition<>("hold @ArchTest rules exactly if their name ends in ArchTest") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean named = type.getSimpleName().endsWith("ArchTest");
                boolean holds = type.getFields().stream().anyMatch(field -> field.isAnnotatedWith(ArchTest.class));
                events.add(new SimpleConditionEvent(
                        type, named == holds, type.getName() + (holds ? " holds" : " does not hold") + " rules"));
            }
        };
    }
}
