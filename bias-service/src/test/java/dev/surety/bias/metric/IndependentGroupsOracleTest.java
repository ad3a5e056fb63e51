package dev.surety.bias.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The statistics of independent groups against published and independently recomputed figures. */
class IndependentGroupsOracleTest {
    private static final double LEVEL = 0.95;
    private static final double PRINTED_Z = 5e-5;

    @TestFactory
    Stream<DynamicTest> publishedFiguresAreReproduced() {
        return Oracles.read("independent-groups.json")
                .get("cases")
                .valueStream()
                .map(oracle -> DynamicTest.dynamicTest(oracle.get("name").asText(), () -> check(oracle)));
    }

    private static void check(JsonNode oracle) {
        Proportion reference = proportion(oracle.get("reference"));
        Proportion other = proportion(oracle.get("other"));
        Offset<Double> tolerance = within(oracle.get("tolerance").asDouble());
        ImpactRatio ratio = ImpactRatio.of(reference, other).orElseThrow();

        expect(oracle, "difference", other.rate() - reference.rate(), tolerance);
        expect(oracle, "ratio", ratio.raw(), tolerance);
        expect(oracle, "symmetric", ratio.value(), within(1e-6));
        expect(oracle, "z", TwoProportionTest.z(reference, other).orElseThrow(), within(PRINTED_Z));
        expect(oracle, "cohenH", EffectSize.cohenH(reference, other), tolerance);
        expect(oracle, "fisher", TwoProportionTest.test(reference, other).p(), tolerance);
        expect(oracle, "differenceInterval", NewcombeInterval.ofIndependent(reference, other, LEVEL), tolerance);
        expect(
                oracle,
                "ratioInterval",
                ImpactRatio.rawInterval(reference, other, LEVEL).orElseThrow(),
                tolerance);
    }

    @TestFactory
    Stream<DynamicTest> impactRatiosOfTheNewYorkExampleAreReproduced() {
        return Oracles.read("independent-groups.json")
                .at("/impactRatios/tables")
                .valueStream()
                .flatMap(table -> {
                    Proportion best = proportion(table.valueStream()
                            .filter(row -> row.get(2).asDouble() == 1.0)
                            .findFirst()
                            .orElseThrow());
                    return table.propertyStream()
                            .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> {
                                double ratio = ImpactRatio.of(best, proportion(row.getValue()))
                                        .orElseThrow()
                                        .value();
                                assertThat(Math.round(ratio * 100) / 100.0)
                                        .isEqualTo(row.getValue().get(2).asDouble());
                            }));
                });
    }

    private static Proportion proportion(JsonNode pair) {
        return new Proportion(pair.get(0).asLong(), pair.get(1).asLong());
    }

    private static void expect(JsonNode oracle, String field, double actual, Offset<Double> tolerance) {
        if (oracle.has(field)) {
            assertThat(actual).as(field).isCloseTo(oracle.get(field).asDouble(), tolerance);
        }
    }

    private static void expect(JsonNode oracle, String field, Interval actual, Offset<Double> tolerance) {
        if (oracle.has(field)) {
            assertThat(actual.lower())
                    .as(field)
                    .isCloseTo(oracle.get(field).get(0).asDouble(), tolerance);
            assertThat(actual.upper())
                    .as(field)
                    .isCloseTo(oracle.get(field).get(1).asDouble(), tolerance);
        }
    }
}
