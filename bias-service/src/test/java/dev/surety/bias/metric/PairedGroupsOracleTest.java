package dev.surety.bias.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The statistics of pairs against published and independently recomputed figures. */
class PairedGroupsOracleTest {
    @TestFactory
    Stream<DynamicTest> publishedFiguresAreReproduced() {
        return Oracles.read("paired-groups.json")
                .get("cases")
                .valueStream()
                .map(oracle -> DynamicTest.dynamicTest(oracle.get("name").asText(), () -> check(oracle)));
    }

    private static void check(JsonNode oracle) {
        JsonNode cells = oracle.get("table");
        PairedTable table = new PairedTable(
                cells.get(0).asLong(),
                cells.get(1).asLong(),
                cells.get(2).asLong(),
                cells.get(3).asLong());
        Offset<Double> tolerance = within(oracle.get("tolerance").asDouble());

        expect(oracle, "difference", table.difference(), tolerance);
        expect(oracle, "correlation", NewcombeInterval.correlation(table), tolerance);
        expect(oracle, "flips", (double) table.discordant() / table.pairs(), tolerance);
        double p = oracle.get("mcnemar").asDouble();
        assertThat(McNemarTest.test(table).p()).as("mcnemar").isCloseTo(p, within(p * 1e-5));
        if (oracle.has("interval")) {
            Interval interval = NewcombeInterval.ofPairs(table, 0.95);
            assertThat(interval.lower()).isCloseTo(oracle.at("/interval/0").asDouble(), tolerance);
            assertThat(interval.upper()).isCloseTo(oracle.at("/interval/1").asDouble(), tolerance);
        }
    }

    private static void expect(JsonNode oracle, String field, double actual, Offset<Double> tolerance) {
        if (oracle.has(field)) {
            assertThat(actual).as(field).isCloseTo(oracle.get(field).asDouble(), tolerance);
        }
    }
}
