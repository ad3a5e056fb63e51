package dev.surety.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surety.launcher.server.LaunchFailure;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoExchangesTest {
    private static final String ONE = """
            - name: card number in the answer
              request:
                stage: output
                conversation: {id: retail-1, turn: 0, channel: web-chat, locale: en-GB}
              expect:
                action: redact
                rules: [no-card-numbers]
                because: A card number must not be repeated.
            """;

    @Test
    void readsAnExchangeWithItsExpectation() {
        List<DemoExchange> exchanges = DemoExchanges.parse("retail-chat.yaml", ONE);

        assertThat(exchanges).singleElement().satisfies(exchange -> {
            assertThat(exchange.name()).isEqualTo("card number in the answer");
            assertThat(exchange.conversation()).isEqualTo("retail-1");
            assertThat(exchange.expect().action()).isEqualTo("redact");
            assertThat(exchange.expect().rules()).containsExactly("no-card-numbers");
        });
    }

    @Test
    void namesTheFileAndTheLineOfAMistake() {
        assertThatThrownBy(() -> DemoExchanges.parse("retail-chat.yaml", ONE.replace("rules:", "rulez:")))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("retail-chat.yaml, line")
                .hasMessageContaining("rulez");
    }

    @Test
    void theBundledExchangesAreSixtyOrMoreInDifferentConversations() {
        List<DemoExchange> exchanges = DemoExchanges.bundled();

        Set<String> names = exchanges.stream().map(DemoExchange::name).collect(Collectors.toSet());
        assertThat(exchanges).hasSizeGreaterThanOrEqualTo(60);
        assertThat(names).hasSameSizeAs(exchanges);
        assertThat(exchanges)
                .allSatisfy(exchange -> assertThat(exchange.conversation()).isNotBlank());
    }
}
