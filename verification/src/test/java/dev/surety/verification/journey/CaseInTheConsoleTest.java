package dev.surety.verification.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.surety.launcher.demo.Api;
import dev.surety.launcher.suite.Part;
import dev.surety.verification.suite.Exchanges;
import dev.surety.verification.suite.ProvenLog;
import dev.surety.verification.suite.RunningSuite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An agent works a case in a real browser, and the trail is in the log. */
class CaseInTheConsoleTest {
    private static final Path PICTURES = Path.of("target", "pictures");

    private static AgentConsole console;

    @BeforeAll
    static void openBrowser() {
        console = new AgentConsole();
    }

    @AfterAll
    static void closeBrowser() {
        console.close();
    }

    @Test
    void anAgentClaimsAnswersAndResolvesAndEachStepIsProvable() throws Exception {
        // Given
        String conversation = Exchanges.newConversation();
        JsonNode decision =
                RunningSuite.integrator().post("/v1/evaluations", Exchanges.wishForAHuman(conversation), 200, Map.of());
        assertThat(decision.path("action").asText()).isEqualTo("escalate");
        Page page = console.page();

        // When
        logIn(page, "alice");
        openCaseOf(page, conversation);
        claimAndReply(page, "Hello, this is Alice. How can I help you with your shoes?");
        logStep(page, "Called the customer back");
        resolve(page);

        // Then
        ProvenLog log = new ProvenLog();
        List<String> expected = List.of(
                "dev.surety.exchange.evaluated.v1",
                "dev.surety.case.opened.v1",
                "dev.surety.case.claimed.v1",
                "dev.surety.reply.sent.v1",
                "dev.surety.step.logged.v1",
                "dev.surety.case.resolved.v1");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(log.typesOf(conversation)).containsAll(expected));
        for (JsonNode entry : log.entriesOf(conversation)) {
            long index = entry.path("index").asLong();
            await().atMost(Duration.ofSeconds(10)).until(() -> log.isCovered(index));
            assertThat(log.prove(index).size()).isGreaterThan(index);
        }
    }

    private static void logIn(Page page, String user) {
        page.navigate(RunningSuite.suite().url(Part.ESCALATION) + "/");
        page.locator("#username").fill(user);
        page.locator("#password").fill(user);
        page.locator("#kc-login").click();
        assertThat(page.locator("a[data-case]").first()).isVisible();
        photograph(page, "queue");
    }

    /** By its address, because the queue shows only what fits on the screen and other journeys have cases in it too. */
    private static void openCaseOf(Page page, String conversation) {
        Api desk = RunningSuite.as("alice", Part.ESCALATION);
        String id = await().atMost(Duration.ofSeconds(30))
                .until(() -> caseOf(desk, conversation), found -> !found.isEmpty());
        page.navigate(RunningSuite.suite().url(Part.ESCALATION) + "/cases/" + id);
        assertThat(page.getByText("I want to talk to a human being, please.").first())
                .isVisible();
    }

    private static String caseOf(Api desk, String conversation) {
        String cursor = "";
        do {
            JsonNode list = desk.get("/v1/cases?state=queued&limit=100" + cursor);
            for (JsonNode item : list.path("items")) {
                if (item.path("conversationId").asText().equals(conversation)) {
                    return item.path("id").asText();
                }
            }
            cursor = list.path("next").isTextual()
                    ? "&cursor=" + Api.encoded(list.path("next").asText())
                    : "";
        } while (!cursor.isEmpty());
        return "";
    }

    private static void claimAndReply(Page page, String words) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Claim to reply"))
                .click();
        page.getByLabel("Reply to").fill(words);
        photograph(page, "case");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send by"))
                .click();
        assertThat(page.getByRole(AriaRole.LOG).getByText(words)).isVisible();
    }

    private static void logStep(Page page, String action) {
        page.getByLabel("What did you do?").fill(action);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log step"))
                .click();
        assertThat(page.getByRole(AriaRole.LISTITEM)
                        .filter(new Locator.FilterOptions().setHasText(action))
                        .first())
                .isVisible();
    }

    private static void resolve(Page page) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Resolve").setExact(true))
                .click();
        page.locator("#root-cause").selectOption("customer-request");
        page.locator("#resolution").fill("Explained how to return the shoes.");
        photograph(page, "resolve");
        page.getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Resolve").setExact(true))
                .click();
        assertThat(page.getByLabel("Reply").getByText("The case is resolved.")).isVisible();
        photograph(page, "resolved");
    }

    private static void photograph(Page page, String name) {
        var _ = page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }
}
