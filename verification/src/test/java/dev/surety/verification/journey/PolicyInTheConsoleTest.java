package dev.surety.verification.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.surety.launcher.suite.Part;
import dev.surety.verification.suite.RunningSuite;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody who writes policies tries an exchange out in a real browser, and then what another policy would do. */
class PolicyInTheConsoleTest {
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final String IBAN = "DE89 3704 0044 0532 0130 00";

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
    void anAuthorSeesWhatAnExchangeWouldComeToAndWhatAnotherPolicyWouldDo() {
        // Given
        Page page = console.page();
        logIn(page, "pia");

        // When
        paste(page);
        page.getByRole(AriaRole.BUTTON, named("Try it")).click();

        // Then
        Locator decision = page.getByRole(AriaRole.REGION, named("The decision"));
        assertThat(decision.locator(".verdict__by")).containsText("Decided by the policy in force: baseline");
        Locator found = page.getByRole(AriaRole.REGION, named("Where something was found"));
        assertThat(found.locator("mark")
                        .filter(new Locator.FilterOptions().setHasText(IBAN))
                        .first())
                .isVisible();
        assertThat(page.locator(".rule")
                        .filter(new Locator.FilterOptions().setHasText("pii.payment"))
                        .first())
                .containsText("score >= threshold");
        Locator delivered = page.getByRole(AriaRole.REGION, named("What the customer would read"));
        assertThat(delivered.locator("del").first()).isVisible();
        assertThat(delivered.locator("ins").first()).isVisible();
        photograph(page, "playground");

        // And a policy that no longer masks account numbers fails the test that asks for it
        page.getByLabel("Try a changed policy").check(new Locator.CheckOptions().setForce(true));
        Locator document = page.locator("#document");
        assertThat(document).hasValue(Pattern.compile("kind: GuardrailPolicy"));
        String text = document.inputValue();
        assertThat(text).contains("pii.iban");
        document.fill(text.replace(", pii.iban", ""));
        page.getByRole(AriaRole.BUTTON, named("Try it")).click();
        assertThat(page.getByRole(AriaRole.REGION, named("Tests of the draft"))).containsText("do not hold");
        assertThat(decision.locator(".verdict__by")).containsText("Decided by your draft");
        document.fill(text.replace("when: score >= threshold", "when: scorn >= threshold"));
        page.getByRole(AriaRole.BUTTON, named("Try it")).click();
        assertThat(page.getByRole(AriaRole.GROUP, named("What is wrong with the document")))
                .containsText("scorn");
        photograph(page, "playground-draft");
    }

    private static void paste(Page page) {
        page.getByLabel("Earlier answer of the bot").fill("Hello, how can I help you?");
        page.getByLabel("Question of the customer").fill("Please pay the 89 euros back to " + IBAN + ".");
        page.getByLabel("Answer of the bot", new Page.GetByLabelOptions().setExact(true))
                .fill("I promise that you will have 89 euros on " + IBAN + " within 2 days.");
    }

    private static void logIn(Page page, String user) {
        page.navigate(RunningSuite.suite().url(Part.ESCALATION) + "/");
        page.locator("#username").fill(user);
        page.locator("#password").fill(user);
        page.locator("#kc-login").click();
        assertThat(page.getByRole(AriaRole.HEADING, named("Playground"))).isVisible();
        assertThat(page.getByRole(AriaRole.NAVIGATION, named("Main"))
                        .getByRole(AriaRole.LINK)
                        .allInnerTexts())
                .isEqualTo(List.of("Playground", "Policy", "Decisions"));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static void photograph(Page page, String name) {
        var _ = page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }
}
