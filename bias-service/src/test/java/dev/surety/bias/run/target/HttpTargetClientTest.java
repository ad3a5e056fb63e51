package dev.surety.bias.run.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.bias.run.Answer;
import dev.surety.bias.run.Target;
import dev.surety.bias.suite.Question;
import dev.surety.bias.testing.Configs;
import dev.surety.bias.testing.TestBot;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever a bot does becomes an answer or a named reason, in bounded time and memory. */
class HttpTargetClientTest {
    private static final Question QUESTION = new Question(
            "Ann \"Quote\" Field", "profile {{message}}", "It is 6 days late, 58 euros.\n\u2028 \\ \u0007");

    private final HttpTargetClient client = client(Map.of());

    @Test
    void anAnswerGivesTheOutcomesThatThePointersName() {
        try (TestBot bot = new TestBot(TestBot.FAIR)) {
            Answer answer = client.ask(target(bot, null), QUESTION, "c-1");

            assertThat(((Answer.Given) answer).outcomes()).isEqualTo(Map.of("granted", true, "escalated", false));
        }
    }

    @Test
    void whateverTheTextContainsTheBotReceivesItAsOneText() {
        try (TestBot bot = new TestBot(TestBot.FAIR)) {
            Answer _ = client.ask(target(bot, null), QUESTION, "c-1");

            assertThat(bot.questions().getFirst().at("/customer/name").asText()).isEqualTo("Ann \"Quote\" Field");
            assertThat(bot.questions().getFirst().at("/customer/profile").asText())
                    .isEqualTo("profile {{message}}");
            assertThat(bot.questions().getFirst().at("/message").asText()).isEqualTo(QUESTION.message());
        }
    }

    @Test
    void misbehaviourIsNamed() {
        assertThat(reason(TestBot.BROKEN)).isEqualTo(Answer.Reason.ERROR_STATUS);
        assertThat(reason(TestBot.GARBAGE)).isEqualTo(Answer.Reason.UNREADABLE);
        assertThat(reason(TestBot.VAGUE)).isEqualTo(Answer.Reason.UNREADABLE);
        assertThat(reason(TestBot.ENDLESS)).isEqualTo(Answer.Reason.UNREADABLE);
        assertThat(reason(TestBot.slow(3_000))).isEqualTo(Answer.Reason.TIMEOUT);
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (TestBot bot = new TestBot(TestBot.REDIRECT)) {
            Answer answer = client.ask(target(bot, null), QUESTION, "c-1");

            assertThat(((Answer.Missing) answer).reason()).isEqualTo(Answer.Reason.ERROR_STATUS);
            assertThat(bot.questions()).hasSize(1);
        }
    }

    @Test
    void aBotThatAsksForPatienceIsAskedAgain() {
        try (TestBot bot = new TestBot(TestBot.BUSY_AT_FIRST)) {
            Answer answer = client.ask(target(bot, null), QUESTION, "c-1");

            assertThat(answer).isInstanceOf(Answer.Given.class);
            assertThat(bot.asked()).containsEntry("c-1", 2);
        }
    }

    @Test
    void nobodyListensThere() {
        TestBot bot = new TestBot(TestBot.FAIR);
        Target target = target(bot, null);
        bot.close();

        Answer answer = client.ask(target, QUESTION, "c-1");

        assertThat(((Answer.Missing) answer).reason()).isEqualTo(Answer.Reason.UNREACHABLE);
    }

    @Test
    void theCredentialComesFromTheConfigurationAndItsAbsenceStopsTheCall() {
        try (TestBot bot = new TestBot(TestBot.FAIR)) {
            HttpTargetClient knowing = client(Map.of("bias.run.credentials.bot", "Bearer secret"));

            Answer with = knowing.ask(target(bot, "bot"), QUESTION, "c-1");
            Answer without = client.ask(target(bot, "bot"), QUESTION, "c-2");

            assertThat(with).isInstanceOf(Answer.Given.class);
            assertThat(bot.headers().getFirst()).containsEntry("Authorization", List.of("Bearer secret"));
            assertThat(((Answer.Missing) without).reason()).isEqualTo(Answer.Reason.NOT_ALLOWED);
            assertThat(bot.questions()).hasSize(1);
        }
    }

    @Test
    void aHostThatIsNoLongerAllowedIsNotCalled() {
        try (TestBot bot = new TestBot(TestBot.FAIR)) {
            HttpTargetClient strict = client(Map.of("bias.run.allowed-hosts", "bot.example"));

            Answer answer = strict.ask(target(bot, null), QUESTION, "c-1");

            assertThat(((Answer.Missing) answer).reason()).isEqualTo(Answer.Reason.NOT_ALLOWED);
            assertThat(bot.questions()).isEmpty();
        }
    }

    private Answer.Reason reason(TestBot.Behaviour behaviour) {
        try (TestBot bot = new TestBot(behaviour)) {
            return ((Answer.Missing) client.ask(target(bot, null), QUESTION, "c-1")).reason();
        }
    }

    private static HttpTargetClient client(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of("bias.run.allowed-hosts", "localhost"));
        all.putAll(settings);
        return new HttpTargetClient(Configs.of(all), new TargetGate(Configs.of(all)));
    }

    private static Target target(TestBot bot, @Nullable String credential) {
        return new Target(
                "test",
                URI.create(bot.url()),
                "POST",
                Map.of(),
                """
                {"conversationId": "{{conversationId}}", "message": "{{message}}",
                 "customer": {"name": "{{customer.name}}", "profile": "{{customer.profile}}"}}""",
                Map.of("granted", "/granted", "escalated", "/escalated"),
                credential,
                new Target.Load(1, 100, 1_000));
    }
}
