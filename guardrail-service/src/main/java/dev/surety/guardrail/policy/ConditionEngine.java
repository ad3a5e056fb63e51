package dev.surety.guardrail.policy;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** The language of conditions, kept behind this port so that the engine can be exchanged and policies stay. */
public interface ConditionEngine {
    /** Compiles expressions that may read those variables. */
    Compiler over(Vocabulary vocabulary);

    /**
     * How a condition moves when that variable rises; {@link Trend#UNKNOWN} where that cannot be told, as of a text
     * that is no expression.
     */
    Trend trend(String condition, String variable);

    /** Compiles expressions over one vocabulary. */
    interface Compiler {
        /** Compiles an expression that is true or false. */
        Compilation<Boolean> condition(String source);

        /** Compiles an expression that is a decimal. */
        Compilation<Double> score(String source);
    }

    /** What came of compiling: sealed, so that no caller forgets that an expression can be refused. */
    sealed interface Compilation<T> {}

    /**
     * The expression can be used.
     *
     * @param cost the most steps that one evaluation takes
     */
    record Compiled<T>(Expression<T> expression, long cost) implements Compilation<T> {
        public Compiled {
            requireNonNull(expression, "expression");
        }
    }

    /** The expression cannot be used, for at least one reason. */
    record Refused<T>(List<Flaw> flaws) implements Compilation<T> {
        public Refused {
            flaws = List.copyOf(flaws);
            if (flaws.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }
    }

    /** What is wrong with an expression; line and column count from 1 within the expression. */
    record Flaw(int line, int column, String message) {}
}
