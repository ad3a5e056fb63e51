package dev.surety.bias.run;

import static dev.surety.bias.testing.Calls.as;
import static dev.surety.bias.testing.Calls.awaitEnd;
import static dev.surety.bias.testing.Calls.runToTheEnd;
import static dev.surety.bias.testing.Calls.small;
import static dev.surety.bias.testing.Calls.start;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import dev.surety.bias.suite.Suites;
import dev.surety.bias.testing.TestBot;
import dev.surety.launcher.testing.RealServers;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Starting, finding and listing runs, and what is said to those who may not or ask wrongly. */
@QuarkusTest
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "bias"))
class RunResourceTest {
    @Test
    void theSameKeyAndRequestAgainFindTheSameRun() {
        try (TestBot bot = new TestBot(TestBot.FAIR)) {
            String key = UUID.randomUUID().toString();

            Response first = start(key, small(bot, "twice", 2));
            Response again = start(key, small(bot, "twice", 2));

            assertThat(first.statusCode()).isEqualTo(202);
            assertThat(again.statusCode()).isEqualTo(202);
            assertThat(again.header("Location")).isEqualTo(first.header("Location"));
            Response _ = awaitEnd(first.header("Location"));
            assertThat(bot.asked().values()).containsOnly(1);
        }
    }

    @Test
    void twentyCallersWithOneKeyStartOneRun() throws Exception {
        try (TestBot bot = new TestBot(TestBot.FAIR);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            String key = UUID.randomUUID().toString();
            String body = small(bot, "at-once", 2);
            List<Callable<Response>> callers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                callers.add(() -> start(key, body));
            }

            Set<String> locations = new HashSet<>();
            for (Future<Response> answer : threads.invokeAll(callers)) {
                assertThat(answer.get().statusCode()).isEqualTo(202);
                locations.add(answer.get().header("Location"));
            }

            assertThat(locations).hasSize(1);
            Response _ = awaitEnd(locations.iterator().next());
            assertThat(bot.asked().values()).containsOnly(1);
        }
    }

    @Test
    void aKeyWithAnotherRequestIsAConflict() {
        try (TestBot bot = new TestBot(TestBot.FAIR)) {
            String key = UUID.randomUUID().toString();
            start(key, small(bot, "one", 2)).then().statusCode(202);

            start(key, small(bot, "another", 2))
                    .then()
                    .statusCode(409)
                    .contentType("application/problem+json")
                    .body("type", equalTo("https://surety.dev/problems/idempotency-conflict"));
        }
    }

    @Test
    void withoutAKeyNothingStarts() {
        as("ben")
                .body("{}")
                .post("/v1/runs")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("Idempotency-Key"));
    }

    @Test
    void onlyABiasOperatorStartsRuns() {
        given().contentType("application/json")
                .body("{}")
                .post("/v1/runs")
                .then()
                .statusCode(401);
        given().get("/v1/runs").then().statusCode(401);
        as("alice")
                .header("Idempotency-Key", "k")
                .body("{}")
                .post("/v1/runs")
                .then()
                .statusCode(403);
        as("carla")
                .header("Idempotency-Key", "k")
                .body("{}")
                .post("/v1/runs")
                .then()
                .statusCode(403);
        as("alice").get("/v1/runs").then().statusCode(403);
    }

    @Test
    void complianceReadsRunsAndAnotherTenantDoesNotSeeThem() {
        try (TestBot bot = new TestBot(TestBot.FAIR)) {
            Response run = runToTheEnd(small(bot, "private", 2));
            String id = run.path("id");

            as("carla").get("/v1/runs/" + id).then().statusCode(200).body("state", equalTo("completed"));
            for (String path : List.of("/v1/runs/" + id, "/v1/runs/" + id + "/report")) {
                as("gus").get(path).then().statusCode(404).contentType("application/problem+json");
            }
            as("gus")
                    .accept("text/html")
                    .get("/v1/runs/" + id + "/report")
                    .then()
                    .statusCode(404);
            as("gus").get("/v1/runs?limit=200").then().statusCode(200).body("items.size()", equalTo(0));
        }
    }

    @ParameterizedTest
    @CsvSource({"/v1/runs/nothing", "/v1/runs/1-1-1-1-1", "/v1/runs/01a20756-0b69-7378-a72d-e580591fc8cb"})
    void whatDoesNotExistIsNotFound(String path) {
        as("ben").get(path).then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void runsAreListedNewestFirstInPages() {
        try (TestBot bot = new TestBot(TestBot.FAIR)) {
            List<String> started = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                started.addFirst(start(small(bot, "listed-" + i, 2)).path("id"));
            }

            List<String> listed = new ArrayList<>();
            String cursor = "";
            while (cursor != null && listed.size() < 3) {
                Response page = as("ben").get("/v1/runs?limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
                listed.addAll(page.path("items.id"));
                cursor = page.path("next");
            }

            assertThat(listed.subList(0, 3)).isEqualTo(started);
        }
    }

    @ParameterizedTest
    @CsvSource({"limit=0,limit", "limit=201,limit", "cursor=abc,cursor"})
    void aPageThatCannotBeIsRefused(String query, String pointer) {
        as("ben").get("/v1/runs?" + query).then().statusCode(400).body("errors[0].pointer", equalTo(pointer));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\u0000', textBlock = """
            {}                                                                        | /suite               | exactly one of suite and suiteDocument
            {"suite": "nothing", "target": {}}                                        | /suite               | there are: goodwill-refund
            {"suite": "goodwill-refund"}                                              | /target              | an object with name and url
            {"suiteDocument": "kind: [", "target": {}}                                | /suiteDocument       | line 1, column
            {"suiteDocument": "kind: Suite", "target": {}}                            | /suiteDocument       | apiVersion: is required
            {"suite": "goodwill-refund", "target": {"name": "b", "url": "http://169.254.169.254/"}}                            | /target/url         | not allowed
            {"suite": "goodwill-refund", "target": {"name": "b", "url": "file:///etc/passwd"}}                                 | /target/url         | an http or https address
            {"suite": "goodwill-refund", "target": {"name": "b", "url": "http://local host/"}}                                 | /target/url         | an http or https address
            {"suite": "goodwill-refund", "target": {"name": "<b>", "url": "http://localhost/"}}                                | /target/name        | letters, digits
            {"suite": "goodwill-refund", "target": {"name": "b", "url": "http://localhost/", "method": "DELETE"}}              | /target/method      | POST or PUT
            {"suite": "goodwill-refund", "target": {"name": "b", "url": "http://localhost/", "headers": {"Authorization": "x"}}} | /target/headers   | secrets belong into credential
            {"suite": "goodwill-refund", "target": {"name": "b", "url": "http://localhost/", "headers": {"X-A": "a\\nb"}}}     | /target/headers/X-A | printable ASCII
            {"suite": "goodwill-refund", "target": {"name": "b", "url": "http://localhost/", "body": {"text": "hello"}}}       | /target/body        | {{message}}
            {"suite": "goodwill-refund", "target": {"name": "b", "url": "http://localhost/", "outcomes": {"luck": "/l"}}}      | /target/outcomes    | the outcomes of this suite are: escalated, granted
            {"suite": "goodwill-refund", "target": {"name": "b", "url": "http://localhost/", "outcomes": {"granted": "l"}}}    | /target/outcomes/granted | a JSON pointer
            {"suite": "goodwill-refund", "target": {"name": "b", "url": "http://localhost/", "credential": "c"}}               | /target/credential  | no credential of this name
            {"suite": "goodwill-refund", "target": {"name": "b", "url": "http://localhost/", "concurrency": 0}}                | /target/concurrency | from 1 to 8
            {"suite": "goodwill-refund", "target": {"name": "b", "url": "http://localhost/", "timeoutMillis": 99999}}          | /target/timeoutMillis | from 1 to 10000
            """)
    void aValueThatIsNotAllowedIsNamed(String body, String pointer, String expectation) {
        start(body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer))
                .body("errors.detail", hasItem(containsString(expectation)));
    }

    @Test
    void suitesAreListedShownAndChecked() {
        as("ben")
                .get("/v1/suites")
                .then()
                .statusCode(200)
                .body("items[0].id", equalTo("goodwill-refund"))
                .body("items[0].calls", equalTo(1_400));
        as("ben").get("/v1/suites/goodwill-refund").then().statusCode(200).body(startsWith("# Goodwill refunds"));
        as("ben").get("/v1/suites/none").then().statusCode(404);
        // The colon of a custom method is part of the path; encoded, it would be another path.
        as("ben")
                .urlEncodingEnabled(false)
                .contentType("text/plain")
                .body(Suites.SMALL)
                .post("/v1/suites:validate")
                .then()
                .statusCode(200)
                .body("id", equalTo("small"));
        as("ben")
                .urlEncodingEnabled(false)
                .contentType("text/plain")
                .body(Suites.SMALL.replace("kind: Suite", "kind: Suit"))
                .post("/v1/suites:validate")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("kind"))
                .body("errors[0].detail", equalTo("line 2, column 7, kind: Suite was expected"));
        as("alice").get("/v1/suites").then().statusCode(403);
    }

    @Test
    void theReportOfARunningRunSaysSo() {
        try (TestBot bot = new TestBot(TestBot.slow(300))) {
            Response run = start(small(bot, "still-running", 20));

            as("ben")
                    .accept("text/html")
                    .get("/v1/runs/" + run.path("id") + "/report")
                    .then()
                    .statusCode(200)
                    .header("Content-Security-Policy", startsWith("default-src 'none'"))
                    .body(containsString("still running"));
            bot.become(TestBot.FAIR);
            Response _ = awaitEnd(run.header("Location"));
        }
    }
}
