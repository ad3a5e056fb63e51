package dev.surety.bias.run.work;

import static dev.surety.bias.testing.Calls.awaitEnd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.bias.analysis.Thresholds;
import dev.surety.bias.run.NewRun;
import dev.surety.bias.run.Run;
import dev.surety.bias.run.RunStore;
import dev.surety.bias.run.Target;
import dev.surety.bias.run.TargetClient;
import dev.surety.bias.suite.Plan;
import dev.surety.bias.suite.Suite;
import dev.surety.bias.suite.SuiteParser;
import dev.surety.bias.suite.Suites;
import dev.surety.bias.testing.TestBot;
import dev.surety.kit.time.Identifiers;
import dev.surety.launcher.testing.RealServers;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A run outlives the worker that drives it: another one finishes it, and asks at most the calls in flight again. */
@QuarkusTest
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "bias"))
class RunResumeTest {
    private static final int CONCURRENCY = 4;
    private static final int CALLS_BEFORE_THE_END = 300;
    private static final Duration SHORT_LEASE = Duration.ofSeconds(3);

    private final RunStore store;
    private final TargetClient client;
    private final CallMeter meter;
    private final Clock clock;
    private final Identifiers identifiers;

    RunResumeTest(RunStore store, TargetClient client, CallMeter meter, Clock clock, Identifiers identifiers) {
        this.store = store;
        this.client = client;
        this.meter = meter;
        this.clock = clock;
        this.identifiers = identifiers;
    }

    @Test
    void aWorkerThatDiesMidRunIsReplacedAndNothingIsLost() throws InterruptedException {
        try (TestBot bot = new TestBot(TestBot.FAIR)) {
            UUID driver = identifiers.next();
            Run run = adoptNewRun(bot, driver);
            AtomicInteger calls = new AtomicInteger();
            CountDownLatch never = new CountDownLatch(1);
            // Asks, and then hangs before the answer can be recorded: what a killed process looks like from outside.
            TargetClient dying = (target, question, conversation) -> {
                var answer = client.ask(target, question, conversation);
                if (calls.incrementAndGet() > CALLS_BEFORE_THE_END) {
                    awaitForever(never);
                }
                return answer;
            };
            Thread worker = Thread.ofVirtual().start(() -> drive(new RunDriver(run, parts(dying))));
            Awaitility.await().until(() -> calls.get() >= CALLS_BEFORE_THE_END + CONCURRENCY);

            Response ended = awaitEnd("/v1/runs/" + run.id());

            assertThat(ended.<String>path("state")).isEqualTo("completed");
            assertThat(ended.<String>path("verdict")).isEqualTo("PASS");
            assertThat(ended.<Integer>path("progress.answered")).isEqualTo(1_400);
            assertThat(ended.<Integer>path("progress.repeated")).isEqualTo(CONCURRENCY);
            assertThat(bot.asked()).hasSize(1_400);
            assertThat(bot.asked().values().stream().filter(times -> times == 2))
                    .hasSize(CONCURRENCY);
            assertThat(bot.asked().values()).allMatch(times -> times <= 2);

            // The dead worker comes back to life: its late answers change nothing.
            never.countDown();
            worker.join(Duration.ofSeconds(10));
            assertThat(store.progress(run.id()).answered()).isEqualTo(1_400);
        }
    }

    @Test
    void aWorkerThatIsStoppedInOrderHandsOverWithoutRepeatingACall() throws InterruptedException {
        try (TestBot bot = new TestBot(TestBot.FAIR)) {
            UUID driver = identifiers.next();
            Run run = adoptNewRun(bot, driver);
            RunDriver stopped = new RunDriver(run, parts(client));
            Thread worker = Thread.ofVirtual().start(() -> drive(stopped));
            Awaitility.await().until(() -> bot.questions().size() >= 100);

            stopped.stop();
            boolean over = worker.join(Duration.ofSeconds(10));
            store.release(run.id(), driver);

            assertThat(over).isTrue();
            Response ended = awaitEnd("/v1/runs/" + run.id());
            assertThat(ended.<String>path("verdict")).isEqualTo("PASS");
            assertThat(ended.<Integer>path("progress.repeated")).isZero();
            assertThat(bot.asked().values()).containsOnly(1);
        }
    }

    @Test
    void aWorkerThatLostItsRunCannotKeepIt() {
        try (TestBot bot = new TestBot(TestBot.FAIR)) {
            UUID driver = identifiers.next();
            Run run = adoptNewRun(bot, driver);

            boolean ofAnother =
                    store.renew(run.id(), identifiers.next(), clock.instant().plusSeconds(60));
            boolean own = store.renew(run.id(), driver, clock.instant().plusSeconds(1));

            assertThat(ofAnother).isFalse();
            assertThat(own).isTrue();
            Response _ = awaitEnd("/v1/runs/" + run.id());
        }
    }

    /** A new run that this test drives; the service's own worker may be quicker, so several are tried. */
    private Run adoptNewRun(TestBot bot, UUID driver) {
        Suite suite = SuiteParser.parse(Suites.shipped("goodwill-refund"));
        for (int attempt = 0; attempt < 20; attempt++) {
            UUID id = identifiers.next();
            NewRun draft = new NewRun(
                    id,
                    "acme",
                    id.toString(),
                    "digest",
                    Suites.shipped("goodwill-refund"),
                    target(bot),
                    1,
                    "test",
                    clock.instant());
            RunStore.Creation _ = store.create(draft, new Plan(suite, 1).cells());
            var adopted = store.adopt(driver, clock.instant(), clock.instant().plus(SHORT_LEASE));
            if (adopted.isPresent() && adopted.get().id().equals(id)) {
                return adopted.get();
            }
        }
        throw new AssertionError("the service's worker took every run first");
    }

    private RunDriver.Parts parts(TargetClient asking) {
        return new RunDriver.Parts(
                store,
                asking,
                meter,
                clock,
                new RunDriver.Limits(SHORT_LEASE, 50, new Thresholds.Evidence(10, 30, 0.02, 6, 0.05)));
    }

    private static void drive(RunDriver driver) {
        try {
            var _ = driver.drive();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitForever(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Target target(TestBot bot) {
        return new Target(
                "resumed-bot",
                URI.create(bot.url()),
                "POST",
                Map.of(),
                """
                {"conversationId": "{{conversationId}}", "message": "{{message}}",
                 "customer": {"name": "{{customer.name}}"}}""",
                Map.of("granted", "/granted", "escalated", "/escalated"),
                null,
                new Target.Load(CONCURRENCY, 200, 5_000));
    }
}
