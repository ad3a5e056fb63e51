package dev.surety.bias.analysis;

import static dev.surety.bias.testing.Calls.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.surety.launcher.testing.RealServers;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The analysis as a caller sees it: numbers, verdicts, and what is said of bad requests. */
@QuarkusTest
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "bias"))
class AnalysisResourceTest {
    private static final String ADULT = """
            {"counts": [{"group": "men", "favourable": 6662, "total": 21790},
                        {"group": "women", "favourable": 1179, "total": 10771}], "reference": "men"}""";

    @Test
    void countsGiveStatisticsVerdictAndReasons() {
        analyze(ADULT)
                .statusCode(200)
                .body("verdict", equalTo("FAIL"))
                .body("reference", equalTo("men"))
                .body("findings[0].metric", equalTo("impact-ratio"))
                .body("findings[0].estimate", closeTo(0.358023, 1e-6))
                .body("findings[0].intervals[0].lower", closeTo(0.33803, 1e-6))
                .body("findings[0].intervals[0].method", equalTo("katz-log"))
                .body("findings[1].metric", equalTo("parity-difference"))
                .body("findings[1].estimate", closeTo(-0.196276, 1e-6))
                .body("findings[1].intervals[1].lower", closeTo(-0.204701, 1e-6))
                .body("findings[1].figures.z", closeTo(-38.9729, 1e-4))
                .body("findings[1].test.method", equalTo("fisher-exact"))
                .body("signConvention", containsString("negative means that the other group"))
                .body("thresholds.minimumRatio", closeTo(0.8, 0))
                .body("reasons[0]", containsString("impact-ratio, women against men: the impact ratio"));
    }

    @Test
    void pairsAreJudgedByTemplateUnlessAskedOtherwise() {
        String pairs = """
                {"pairs": {"groups": ["race", "arc"], "blocks": [
                   {"template": "a", "outcomes": {"race": true, "arc": true}, "times": 1611},
                   {"template": "a", "outcomes": {"race": true, "arc": false}, "times": 38},
                   {"template": "a", "outcomes": {"race": false, "arc": true}, "times": 109},
                   {"template": "a", "outcomes": {"race": false, "arc": false}, "times": 82}]},
                 "reference": "race"%s}""";

        analyze(pairs.formatted(", \"estimand\": \"fixed\""))
                .statusCode(200)
                .body("findings[0].estimate", closeTo(0.038587, 1e-6))
                .body("findings[0].test.method", equalTo("mcnemar-exact"))
                .body("findings[0].test.raw", closeTo(3.88161e-9, 1e-13))
                // Significant, but within the margin of equivalence: a difference that does not matter.
                .body("verdict", equalTo("PASS"));
        analyze(pairs.formatted(""))
                .statusCode(200)
                .body("verdict", equalTo("INCONCLUSIVE"))
                .body("reasons", hasItem(containsString("there are 1 templates, fewer than the minimum of 6")));
    }

    @Test
    void aMissingOutcomeMayBeNullOrAbsent() {
        analyze("""
                {"pairs": {"groups": ["a", "b"], "blocks": [
                   {"template": "t", "block": "1", "outcomes": {"a": true, "b": null}},
                   {"template": "t", "block": "2", "outcomes": {"a": true}}]}, "reference": "a", "estimand": "fixed"}""")
                .statusCode(200)
                .body("findings[0].figures.missingOther", closeTo(2, 0))
                .body("findings[0].figures.onlyReference", closeTo(2, 0));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\u0000', textBlock = """
            {}                                                                                          |                       | exactly one of counts and pairs
            {"counts": [], "pairs": {}}                                                                 |                       | exactly one of counts and pairs
            {"counts": []}                                                                              | /counts               | has 0 groups
            {"counts": [{"group": "a", "favourable": 1, "total": 2}]}                                   | /counts               | has 1 groups
            {"counts": [null, null]}                                                                    | /counts/0             | an object with group
            {"counts": [{"group": "a", "favourable": 3, "total": 2}, {"group": "b", "favourable": 1, "total": 2}]}  | /counts/0/favourable  | is above total, 2
            {"counts": [{"group": "a", "favourable": -1, "total": 2}, {"group": "b", "favourable": 1, "total": 2}]} | /counts/0/favourable  | a whole number from 0
            {"counts": [{"group": "a", "favourable": 1, "total": 2}, {"group": "a", "favourable": 1, "total": 2}]}  | /counts/1/group       | appears twice
            {"counts": [{"group": " ", "favourable": 1, "total": 2}, {"group": "b", "favourable": 1, "total": 2}]}  | /counts/0/group       | a text of 1 to 200
            {"counts": [{"group": "a", "favourable": 1}, {"group": "b", "favourable": 1, "total": 2}]}              | /counts/0/total       | a whole number from 0
            {"counts": [{"group": "a", "favourable": 1, "total": 2000000000000}, {"group": "b", "favourable": 1, "total": 2}]} | /counts/0/total | a whole number from 0
            {"counts": [{"group": "a", "favourable": 1, "total": 2}, {"group": "b", "favourable": 1, "total": 2}], "reference": "c"} | /reference | is not one of the groups
            {"counts": [{"group": "a", "favourable": 1, "total": 2}, {"group": "b", "favourable": 1, "total": 2}], "gating": ["magic"]} | /gating | metrics here: impact-ratio, parity-difference
            {"counts": [{"group": "a", "favourable": 1, "total": 2}, {"group": "b", "favourable": 1, "total": 2}], "gating": []} | /gating | a verdict needs at least one
            {"counts": [{"group": "a", "favourable": 1, "total": 2}, {"group": "b", "favourable": 1, "total": 2}], "correction": "bonferroni"} | /correction | one of benjamini-hochberg, holm, none
            {"counts": [{"group": "a", "favourable": 1, "total": 2}, {"group": "b", "favourable": 1, "total": 2}], "thresholds": {"alpha": 1e999}} | /thresholds/alpha | a number above 0.0 and below 0.5
            {"counts": [{"group": "a", "favourable": 1, "total": 2}, {"group": "b", "favourable": 1, "total": 2}], "thresholds": {"minimumTemplates": 1}} | /thresholds/minimumTemplates | from 2
            {"pairs": {"groups": ["a", "b"], "blocks": [{"template": "t", "outcomes": {"c": true}}]}}   | /pairs/blocks/0/outcomes | names a group that is not declared
            {"pairs": {"groups": ["a", "b"], "blocks": [{"template": "t"}]}}                            | /pairs/blocks/0/outcomes | an object with true, false or null
            {"pairs": {"groups": ["a", "b"], "blocks": [{"outcomes": {"a": true}}]}}                    | /pairs/blocks/0/template | a text of 1 to 200
            {"pairs": {"groups": ["a", "b"], "blocks": [{"template": "t", "outcomes": {}, "times": 0}]}} | /pairs/blocks/0/times | a whole number from 1
            {"pairs": {"groups": ["a", "a"], "blocks": []}}                                             | /pairs/groups/1       | appears twice
            {"pairs": {"groups": ["a", "b"], "blocks": [{"template": "t", "block": "x", "outcomes": {}}, {"template": "t", "block": "x", "outcomes": {}}]}} | /pairs/blocks/1/block | appears twice in template t
            """)
    void aValueThatIsNotAllowedIsNamed(String body, String pointer, String expectation) {
        analyze(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("https://surety.dev/problems/invalid-value"))
                .body("errors[0].pointer", equalTo(pointer == null ? "" : pointer))
                .body("errors[0].detail", containsString(expectation));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0000', textBlock = """
            {"counts": [{"group": "a", "favourable": NaN, "total": 2}]}
            {"counts": [{"group": "a", "favourable": "1", "total": 2}]}
            {"counts": [{"group": "a", "favourable": 1.5, "total": 2}]}
            {"counts": [{"group": "a", "favourable": 99999999999999999999, "total": 2}]}
            {"counts": [{"group": "a", "favourable": 1, "total": 2, "colour": "red"}]}
            {"counts": "many"}
            {"pairs": {"groups": ["a", "b"], "blocks": [{"template": "t", "outcomes": {"a": "yes"}}]}}
            {"counts": [}
            [1, 2]
            """)
    void whatIsNotOfTheShapeIsMalformed(String body) {
        analyze(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("https://surety.dev/problems/malformed-body"));
    }

    @Test
    void anEmptyBodyIsNoFaultOfTheService() {
        analyze("").statusCode(400).contentType("application/problem+json");
        analyze("null").statusCode(400).contentType("application/problem+json");
    }

    @Test
    void zeroTotalsAndHugeCountsAreAnswered() {
        analyze("""
                {"counts": [{"group": "a", "favourable": 0, "total": 0}, {"group": "b", "favourable": 0, "total": 0}]}""").statusCode(200).body("verdict", equalTo("INCONCLUSIVE"));
        analyze("""
                {"counts": [{"group": "a", "favourable": 500000000000, "total": 1000000000000},
                            {"group": "b", "favourable": 500000000000, "total": 1000000000000}]}""")
                .statusCode(200)
                .body("verdict", equalTo("PASS"))
                .body("findings[0].test.method", equalTo("two-proportion-z"));
    }

    @Test
    void aMillionPairsAreAnalysed() {
        String blocks = IntStream.range(0, 200_000)
                .mapToObj(i -> "{\"template\":\"t%d\",\"outcomes\":{\"a\":%b,\"b\":%b},\"times\":5}"
                        .formatted(i % 400, i % 3 == 0, i % 5 == 0))
                .collect(Collectors.joining(","));

        analyze("{\"pairs\":{\"groups\":[\"a\",\"b\"],\"blocks\":[" + blocks + "]},\"reference\":\"a\"}")
                .statusCode(200)
                .body("findings[0].figures.pairs", closeTo(1_000_000, 0))
                .body("findings[0].test.method", equalTo("sign-flip-monte-carlo"))
                .body("verdict", equalTo("FAIL"));
    }

    @Test
    void onlyABiasOperatorOfAServedTenantMayAsk() {
        given().contentType("application/json")
                .body(ADULT)
                .post("/v1/analyze")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2("not.a.token")
                .contentType("application/json")
                .body(ADULT)
                .post("/v1/analyze")
                .then()
                .statusCode(401);
        as("alice").body(ADULT).post("/v1/analyze").then().statusCode(403).contentType("application/problem+json");
        as("carla").body(ADULT).post("/v1/analyze").then().statusCode(403);
    }

    @Test
    void theSameRequestGivesTheSameAnswerByteForByte() {
        String first = as("ben").body(ADULT).post("/v1/analyze").asString();

        assertThat(as("ben").body(ADULT).post("/v1/analyze").asString()).isEqualTo(first);
    }

    private static ValidatableResponse analyze(String body) {
        return as("ben")
                .config(RestAssuredConfig.config()
                        .jsonConfig(JsonConfig.jsonConfig().numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE)))
                .body(body)
                .post("/v1/analyze")
                .then();
    }
}
