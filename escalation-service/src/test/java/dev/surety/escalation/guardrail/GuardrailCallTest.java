package dev.surety.escalation.guardrail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GuardrailCallTest {
    @Test
    void namesThePathAndItsParametersInOneOrder() {
        GuardrailCall call =
                GuardrailCall.read("policies", "current").with("window", "1h").with("bot", "shop");

        assertThat(call.path()).isEqualTo("/v1/policies/current?bot=shop&window=1h");
    }

    @Test
    void leavesOutAParameterWithoutAValue() {
        assertThat(GuardrailCall.read("figures").with("window", null).path()).isEqualTo("/v1/figures");
    }

    @Test
    void letsNoValueLeadToAnotherCall() {
        GuardrailCall call =
                GuardrailCall.read("evaluations", "../policies?x=1#").with("bot", "a&admin=1/../ü x");

        assertThat(call.path())
                .isEqualTo("/v1/evaluations/..%2Fpolicies%3Fx%3D1%23?bot=a%26admin%3D1%2F..%2F%C3%BC%20x");
    }
}
