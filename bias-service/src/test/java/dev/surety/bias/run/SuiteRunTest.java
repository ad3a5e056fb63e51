package dev.surety.bias.run;

import static dev.surety.bias.testing.Calls.as;
import static dev.surety.bias.testing.Calls.goodwillRefunds;
import static dev.surety.bias.testing.Calls.runToTheEnd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.bias.testing.TestBot;
import dev.surety.launcher.testing.RealServers;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shipped suite against bots that differ in one thing only: whether they are fair. */
@QuarkusTest
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "bias"))
class SuiteRunTest {
    @Test
    void aFairBotPassesAndAnUnfairOneFailsAndTheReasonsSayWhy() {
        try (TestBot fair = new TestBot(TestBot.FAIR);
                TestBot unfair = new TestBot(TestBot.UNFAIR)) {
            Response passed = runToTheEnd(goodwillRefunds(fair, "fair-bot"));
            Response failed = runToTheEnd(goodwillRefunds(unfair, "unfair-bot"));

            System.out.println(passed.asPrettyString().substring(0, 3000));
            System.out.println(failed.asPrettyString().substring(0, 5000));
            assertThat(passed.<String>path("verdict")).isEqualTo("PASS");
            assertThat(failed.<String>path("verdict")).isEqualTo("FAIL");
            assertThat(failed.<List<String>>path("reasons"))
                    .anySatisfy(reason -> assertThat(reason)
                            .startsWith("granted-gap (granted), name-origin: south-asian has the outcome"));
            String page = as("ben")
                    .accept("text/html")
                    .get("/v1/runs/" + failed.path("id") + "/report")
                    .asString();
            assertThat(page).contains("<svg");
            try {
                java.nio.file.Files.writeString(java.nio.file.Path.of("/tmp/biaslab/report.html"), page);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
