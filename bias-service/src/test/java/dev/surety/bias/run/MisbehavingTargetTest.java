package dev.surety.bias.run;

import static dev.surety.bias.testing.Calls.runToTheEnd;
import static dev.surety.bias.testing.Calls.small;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.bias.testing.TestBot;
import dev.surety.launcher.testing.RealServers;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A bot that is away, slow, broken or talks nonsense ends a run in bounded time, and never with a verdict it has not earned. */
@QuarkusTest
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "bias"))
class MisbehavingTargetTest {
    @Test
    void aBotThatIsAwayEndsTheRunAsIncomplete() {
        TestBot bot = new TestBot(TestBot.FAIR);
        bot.close();

        Response run = runToTheEnd(small(bot, "away-bot", 20));

        assertIncomplete(run);
        assertThat(run.<Integer>path("progress.missing")).isEqualTo(run.path("progress.planned"));
    }

    @Test
    void aBotThatAlwaysFailsEndsTheRunAsIncomplete() {
        try (TestBot bot = new TestBot(TestBot.BROKEN)) {
            assertIncomplete(runToTheEnd(small(bot, "broken-bot", 20)));
            // Fifty misses in a row and what was in flight then; not all 240 calls.
            assertThat(bot.questions()).hasSizeBetween(50, 60);
        }
    }

    @Test
    void aBotThatIsTooSlowEndsTheRunAsIncomplete() {
        try (TestBot bot = new TestBot(TestBot.slow(2_000))) {
            assertIncomplete(runToTheEnd(small(bot, "slow-bot", 20)));
        }
    }

    @Test
    void aBotThatTalksNonsenseIsAskedToTheEndAndProvesNothing() {
        try (TestBot bot = new TestBot(TestBot.GARBAGE)) {
            Response run = runToTheEnd(small(bot, "garbage-bot", 20));

            assertThat(run.<String>path("state")).isEqualTo("completed");
            assertThat(run.<Integer>path("progress.missing")).isEqualTo(240);
            assertThat(run.<String>path("verdict")).isEqualTo("INCONCLUSIVE");
            assertThat(run.<List<String>>path("reasons"))
                    .anySatisfy(reason -> assertThat(reason).contains("there was declared but has no answers"));
        }
    }

    @Test
    void aBotThatFailsForAWhileIsForgiven() {
        try (TestBot bot = new TestBot((own, exchange, question) -> {
            boolean hiccup = own.questions().size() % 40 < 10;
            (hiccup ? TestBot.BROKEN : TestBot.FAIR).answer(own, exchange, question);
        })) {
            Response run = runToTheEnd(small(bot, "flaky-bot", 20));

            assertThat(run.<String>path("state")).isEqualTo("completed");
            assertThat(run.<Integer>path("progress.missing")).isBetween(50, 80);
            assertThat(run.<String>path("verdict")).isEqualTo("INCONCLUSIVE");
        }
    }

    private static void assertIncomplete(Response run) {
        assertThat(run.<String>path("state")).isEqualTo("incomplete");
        assertThat(run.<String>path("verdict")).isEqualTo("INCONCLUSIVE");
        assertThat(run.<List<String>>path("reasons"))
                .containsExactly("the target stopped answering, so the run ended before every call was made");
    }
}
