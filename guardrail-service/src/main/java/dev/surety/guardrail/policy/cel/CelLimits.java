package dev.surety.guardrail.policy.cel;

import dev.surety.guardrail.policy.ConditionEngine.Flaw;
import java.util.Optional;
import org.projectnessie.cel.relocated.com.google.api.expr.v1alpha1.Expr;

/**
 * What an expression may cost. CEL always ends, but nested comprehensions over lists that a customer can fill end too
 * late; so the cost is bounded before an expression is ever evaluated, by counting what one evaluation would visit.
 */
final class CelLimits {
    static final int LONGEST = 2_000;
    static final int DEEPEST_BRACKETS = 24;
    static final int MOST_NODES = 300;
    static final int DEEPEST_COMPREHENSION = 2;
    /** How long a list that comes from an exchange is taken to be. */
    static final long ASSUMED_LENGTH = 1_000;

    static final long HIGHEST_COST = 100_000;
    /** A pattern is matched in linear time, but over a whole text. */
    private static final long COST_OF_MATCH = 100;

    private CelLimits() {}

    /** What can be said before the expression is parsed, so that the parser never meets what would exhaust it. */
    static Optional<Flaw> ofText(String source) {
        if (source.length() > LONGEST) {
            return Optional.of(new Flaw(
                    1,
                    1,
                    "the expression has " + source.length() + " characters, at most " + LONGEST
                            + " are allowed: split the rule"));
        }
        return bracketTooDeep(source);
    }

    private static Optional<Flaw> bracketTooDeep(String source) {
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (quote != 0) {
                if (c == '\\') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
                continue;
            }
            switch (c) {
                case '\'', '"' -> quote = c;
                case '(', '[', '{' -> depth++;
                case ')', ']', '}' -> depth--;
                default -> {}
            }
            if (depth > DEEPEST_BRACKETS) {
                return Optional.of(new Flaw(
                        1, i + 1, "more than " + DEEPEST_BRACKETS + " brackets inside each other: split the rule"));
            }
        }
        return Optional.empty();
    }

    /** What can be said once the expression is parsed and its macros are expanded. */
    static Optional<Flaw> ofTree(Expr tree) {
        Measure measure = measure(tree);
        if (measure.comprehensions() > DEEPEST_COMPREHENSION) {
            return flaw(measure.comprehensions() + " comprehensions (exists, all, map, filter) inside each other, at "
                    + "most " + DEEPEST_COMPREHENSION + " are allowed: split the rule");
        }
        if (measure.cost() > HIGHEST_COST) {
            return flaw("one evaluation could take " + measure.cost() + " steps, at most " + HIGHEST_COST
                    + " are allowed: compare with a literal list instead of looping over two lists of the exchange");
        }
        if (measure.nodes() > MOST_NODES) {
            return flaw("the expression has " + measure.nodes() + " parts, at most " + MOST_NODES
                    + " are allowed: split the rule");
        }
        return Optional.empty();
    }

    /** How many steps one evaluation may take. */
    static long costOf(Expr tree) {
        return measure(tree).cost();
    }

    private static Optional<Flaw> flaw(String message) {
        return Optional.of(new Flaw(1, 1, message));
    }

    private static Measure measure(Expr expression) {
        return switch (expression.getExprKindCase()) {
            case CONST_EXPR, IDENT_EXPR, EXPRKIND_NOT_SET -> Measure.ONE;
            case SELECT_EXPR ->
                Measure.ONE.plus(measure(expression.getSelectExpr().getOperand()));
            case CALL_EXPR -> call(expression.getCallExpr());
            case LIST_EXPR -> all(expression.getListExpr().getElementsList());
            case STRUCT_EXPR -> struct(expression.getStructExpr());
            case COMPREHENSION_EXPR -> comprehension(expression.getComprehensionExpr());
        };
    }

    private static Measure call(Expr.Call call) {
        Measure measure = all(call.getArgsList());
        if (call.hasTarget()) {
            measure = measure.plus(measure(call.getTarget()));
        }
        return call.getFunction().equals("matches") ? measure.costing(COST_OF_MATCH) : measure;
    }

    private static Measure struct(Expr.CreateStruct struct) {
        Measure measure = Measure.ONE;
        for (Expr.CreateStruct.Entry entry : struct.getEntriesList()) {
            measure = measure.plus(measure(entry.getValue()));
            if (entry.hasMapKey()) {
                measure = measure.plus(measure(entry.getMapKey()));
            }
        }
        return measure;
    }

    private static Measure comprehension(Expr.Comprehension comprehension) {
        Expr range = comprehension.getIterRange();
        long length = range.hasListExpr() ? range.getListExpr().getElementsCount() : ASSUMED_LENGTH;
        Measure step = measure(comprehension.getLoopCondition()).plus(measure(comprehension.getLoopStep()));
        return step.times(length)
                .within()
                .plus(measure(range))
                .plus(measure(comprehension.getAccuInit()))
                .plus(measure(comprehension.getResult()));
    }

    private static Measure all(Iterable<Expr> expressions) {
        Measure measure = Measure.ONE;
        for (Expr expression : expressions) {
            measure = measure.plus(measure(expression));
        }
        return measure;
    }

    /** The size of a part of an expression, the steps it may take, and how deeply it loops. */
    private record Measure(int nodes, long cost, int comprehensions) {
        static final Measure ONE = new Measure(1, 1, 0);

        Measure plus(Measure other) {
            return new Measure(
                    nodes + other.nodes,
                    Math.min(Long.MAX_VALUE / 2, cost + other.cost),
                    Math.max(comprehensions, other.comprehensions));
        }

        Measure times(long length) {
            long high = Math.multiplyHigh(cost, length);
            return new Measure(
                    nodes,
                    high == 0 ? Math.min(Long.MAX_VALUE / 2, cost * length) : Long.MAX_VALUE / 2,
                    comprehensions);
        }

        Measure costing(long more) {
            return new Measure(nodes, Math.min(Long.MAX_VALUE / 2, cost + more), comprehensions);
        }

        Measure within() {
            return new Measure(nodes, cost, comprehensions + 1);
        }
    }
}
