package dev.surety.guardrail.policy.cel;

import dev.surety.guardrail.policy.Expression;
import dev.surety.guardrail.policy.ExpressionException;
import dev.surety.guardrail.policy.Variables;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.projectnessie.cel.Program;
import org.projectnessie.cel.common.types.ref.Val;
import org.projectnessie.cel.interpreter.Activation;
import org.projectnessie.cel.interpreter.ResolvedValue;

/** A checked CEL program; the library's programs hold no state between evaluations. */
record CelExpression<T>(String source, List<String> inputs, Program program, Function<Val, Optional<T>> read)
        implements Expression<T> {
    CelExpression {
        inputs = List.copyOf(inputs);
    }

    @Override
    public T evaluate(Variables variables) {
        Val value;
        try {
            value = program.eval(new VariableActivation(variables)).getVal();
        } catch (RuntimeException failure) {
            throw new ExpressionException(
                    "the expression failed: " + failure.getClass().getSimpleName());
        }
        // An error value may quote what the expression saw, so its text is not passed on.
        return read.apply(value)
                .orElseThrow(() -> new ExpressionException("the expression has no value for this exchange"));
    }

    private record VariableActivation(Variables variables) implements Activation {
        @Override
        public ResolvedValue resolveName(String name) {
            Object value = variables.value(name);
            return value == null ? ResolvedValue.ABSENT : ResolvedValue.resolvedValue(value);
        }

        @Override
        @SuppressWarnings("NullAway") // the library's own way to say that there is no parent
        public @Nullable Activation parent() {
            return null;
        }
    }
}
