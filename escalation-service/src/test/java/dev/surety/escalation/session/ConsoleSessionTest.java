package dev.surety.escalation.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.escalation.Desk;
import dev.surety.escalation.Exchanges;
import dev.surety.escalation.cases.event.ExchangeConsumer;
import dev.surety.launcher.testing.RealServers;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A browser logs in through a real Keycloak. */
@QuarkusTest
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "escalation"))
class ConsoleSessionTest {
    @TestHTTPResource("/")
    URI service;

    @Inject
    ExchangeConsumer consumer;

    private Browser browser;

    @BeforeEach
    void openBrowser() {
        browser = new Browser(service.getPort());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/cases/0193a5d2-7a1c-7c3e-9d0b-0f5c6d7e8f90", "/login?return=/queue"})
    void aPageWithoutASessionLeadsToTheLogin(String page) {
        HttpResponse<String> answer = browser.get(page, "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .startsWith(RealServers.realmUrl() + "/protocol/openid-connect/auth")
                .contains("client_id=console")
                .contains("code_challenge_method=S256");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "*/*", "text/html,application/xhtml+xml,*/*;q=0.8"})
    void aCallWithoutASessionIsRefusedAndNeverRedirected(String accept) {
        HttpResponse<String> answer = browser.get("/v1/session", "Accept", accept, "X-Requested-With", "JavaScript");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void whoLogsInIsKnownByNameRolesAndTenant() {
        // When
        HttpResponse<String> page = browser.openAndLogIn("/login?return=/v1/session", "lena");

        // Then
        assertThat(page.uri().getPath()).isEqualTo("/v1/session");
        assertThat(page.body()).contains("\"name\":\"Lena Lindt\"", "\"tenant\":\"acme\"", "\"lead\"", "\"reviewer\"");
    }

    @Test
    void noTokenReachesTheBrowser() {
        // When
        HttpResponse<String> page = browser.openAndLogIn("/login?return=/v1/session", "alice");

        // Then
        assertThat(page.body()).doesNotContain("eyJ");
        assertThat(browser.cookies("q_session"))
                .hasSize(1)
                .allSatisfy((name, value) -> assertThat(value).hasSize(43).doesNotContain("."));
    }

    @Test
    void theSessionCookieIsOutOfReachOfScriptsAndForeignPages() {
        // When
        HttpResponse<String> page = browser.openAndLogIn("/login?return=/v1/session", "alice");

        // Then
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(browser.setCookie("q_session")).contains("HTTPOnly", "SameSite=Lax");
    }

    @Test
    void whatIsShownRunsNothingForeignAndStaysInNoCache() {
        // When
        HttpResponse<String> page = browser.openAndLogIn("/login?return=/v1/session", "alice");

        // Then
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "frame-ancestors 'none'");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void aForeignPageCannotWriteWithTheSession() {
        // Given
        String id = openCase();
        assertThat(browser.openAndLogIn("/login?return=/v1/session", "alice").statusCode())
                .isEqualTo(200);

        // When
        HttpResponse<String> forged = browser.post("/v1/cases/" + id + "/claim", "");
        HttpResponse<String> own = browser.post("/v1/cases/" + id + "/claim", "", "X-Surety-Console", "1");

        // Then
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("X-Surety-Console");
        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(own.body()).contains("\"name\":\"Alice Adams\"");
    }

    @Test
    void aSessionThatWasEndedIsOverEvenForACopyOfItsCookie() {
        // Given
        assertThat(browser.openAndLogIn("/login?return=/v1/session", "amir").statusCode())
                .isEqualTo(200);
        String stolen = "q_session=" + browser.cookies("q_session").get("q_session");

        // When
        HttpResponse<String> logout = browser.get("/logout");

        // Then
        assertThat(logout.statusCode()).isEqualTo(302);
        assertThat(logout.headers().firstValue("Location").orElseThrow())
                .startsWith(RealServers.realmUrl() + "/protocol/openid-connect/logout");
        HttpResponse<String> replayed =
                new Browser(service.getPort()).get("/v1/session", "Cookie", stolen, "Accept", "application/json");
        assertThat(replayed.statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"q_session=forged", "q_session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "q_session=\"\""})
    void aMadeUpSessionIsNoSession(String cookie) {
        HttpResponse<String> answer = browser.get("/v1/session", "Cookie", cookie, "Accept", "application/json");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void theLoginLeadsToNoForeignSite() {
        HttpResponse<String> page =
                browser.openAndLogIn("/login?return=" + Browser.encoded("//evil.example/"), "alice");

        assertThat(page.uri()).hasPort(service.getPort()).hasPath("/");
    }

    @Test
    void someoneWithoutARoleForCasesSeesNone() {
        assertThat(browser.openAndLogIn("/login?return=/v1/session", "ben").statusCode())
                .isEqualTo(200);

        assertThat(browser.get("/v1/cases").statusCode()).isEqualTo(403);
        assertThat(browser.get("/v1/stream").statusCode()).isEqualTo(403);
    }

    private String openCase() {
        String conversation = "session-" + UUID.randomUUID();
        consumer.handle(Exchanges.escalated(conversation).event());
        return Desk.of("alice").caseOf(conversation);
    }
}
