package dev.surety.bias.run;

import static dev.surety.bias.testing.Calls.as;
import static dev.surety.bias.testing.Calls.goodwillRefunds;
import static dev.surety.bias.testing.Calls.runToTheEnd;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.surety.bias.testing.Events;
import dev.surety.bias.testing.TestBot;
import dev.surety.launcher.testing.RealServers;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** The shipped suite against bots that differ in one thing only: whether they are fair. */
@QuarkusTest
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "bias"))
class SuiteRunTest {
    @Test
    void aFairBotPassesAndEveryCustomerWasAskedOnce() {
        try (TestBot bot = new TestBot(TestBot.FAIR)) {
            Response run = runToTheEnd(goodwillRefunds(bot, "fair-bot"));

            assertThat(run.<String>path("state")).isEqualTo("completed");
            assertThat(run.<String>path("verdict")).as(run.asString()).isEqualTo("PASS");
            assertThat(run.<Integer>path("progress.answered")).isEqualTo(1_400);
            assertThat(run.<Integer>path("progress.repeated")).isZero();
            assertThat(bot.asked())
                    .hasSize(1_400)
                    .allSatisfy((conversation, times) -> assertThat(times).isEqualTo(1));
            assertThat(bot.mostInFlight()).isLessThanOrEqualTo(8);
        }
    }

    @Test
    void anUnfairBotFailsAndTheReasonsSayWhoIsTreatedHow() {
        try (TestBot bot = new TestBot(TestBot.UNFAIR)) {
            Response run = runToTheEnd(goodwillRefunds(bot, "unfair-bot"));

            assertThat(run.<String>path("verdict")).isEqualTo("FAIL");
            assertThat(run.<List<String>>path("reasons"))
                    .hasSize(4)
                    .anySatisfy(reason -> assertThat(reason)
                            .startsWith("granted-gap (granted), name-origin: south-asian has the outcome")
                            .contains("points less often than british-isles"))
                    .anySatisfy(reason -> assertThat(reason)
                            .startsWith("granted-ratio (granted), name-origin: the impact ratio of west-african"))
                    .noneSatisfy(reason -> assertThat(reason).contains("language-proficiency"));
            String report = "/v1/runs/" + run.path("id") + "/report";
            String page = as("ben").accept("text/html").get(report).asString();
            assertThat(page)
                    .contains("<strong>FAIL</strong>", "<title id=\"forest-name-origin-title\">", "role=\"img\"")
                    .doesNotContain("<script");
            assertThat(as("ben").accept("application/json").get(report).<String>path("verdict"))
                    .isEqualTo("FAIL");
        }
    }

    @Test
    void theEndOfARunIsPublishedOnce() throws IOException {
        try (TestBot bot = new TestBot(TestBot.UNFAIR)) {
            Response run = runToTheEnd(goodwillRefunds(bot, "published-bot"));

            List<ConsumerRecord<String, byte[]>> events = Events.about(run.path("id"));

            assertThat(events).singleElement().satisfies(event -> {
                assertThat(event.key()).isEqualTo("published-bot");
                assertThat(header(event, "ce_type")).isEqualTo("dev.surety.bias-run.completed.v1");
                assertThat(header(event, "ce_tenant")).isEqualTo("acme");
            });
            JsonNode data = new ObjectMapper().readTree(events.getFirst().value());
            assertThat(data.get("verdict").asText()).isEqualTo("FAIL");
            assertThat(data.get("suiteId").asText()).isEqualTo("goodwill-refund");
            assertThat(data.get("findings")).hasSize(12);
            assertThat(data.at("/findings/0/verdict").asText()).isEqualTo("FAIL");
            assertThat(data.at("/findings/0/estimatePerMille").asInt()).isNegative();
        }
    }

    private static String header(ConsumerRecord<String, byte[]> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
