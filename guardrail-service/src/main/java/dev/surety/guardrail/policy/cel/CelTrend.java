package dev.surety.guardrail.policy.cel;

import dev.surety.guardrail.policy.Trend;
import java.util.List;
import org.projectnessie.cel.relocated.com.google.api.expr.v1alpha1.Expr;

/**
 * Reads from an expression how it moves with one variable. Only comparisons of the variable itself are understood,
 * joined by and, or, not and conditionals; everything else is taken to move either way, which errs on the safe side.
 */
final class CelTrend {
    private final String variable;

    private CelTrend(String variable) {
        this.variable = variable;
    }

    static Trend of(Expr tree, String variable) {
        return new CelTrend(variable).trend(tree);
    }

    private Trend trend(Expr expression) {
        if (!asks(expression)) {
            return Trend.STAYS;
        }
        if (expression.getExprKindCase() != Expr.ExprKindCase.CALL_EXPR) {
            return Trend.UNKNOWN;
        }
        List<Expr> arguments = expression.getCallExpr().getArgsList();
        return switch (expression.getCallExpr().getFunction()) {
            case "_&&_", "_||_" -> trend(arguments.get(0)).and(trend(arguments.get(1)));
            case "!_" -> trend(arguments.getFirst()).reversed();
            case "_?_:_" ->
                asks(arguments.get(0)) ? Trend.UNKNOWN : trend(arguments.get(1)).and(trend(arguments.get(2)));
            case "_>=_", "_>_" -> comparison(arguments.get(0), arguments.get(1));
            case "_<=_", "_<_" -> comparison(arguments.get(1), arguments.get(0));
            default -> Trend.UNKNOWN;
        };
    }

    private Trend comparison(Expr greater, Expr smaller) {
        if (is(greater)) {
            return asks(smaller) ? Trend.UNKNOWN : Trend.RISES;
        }
        return is(smaller) && !asks(greater) ? Trend.FALLS : Trend.UNKNOWN;
    }

    private boolean is(Expr expression) {
        return expression.hasIdentExpr() && expression.getIdentExpr().getName().equals(variable);
    }

    private boolean asks(Expr expression) {
        return switch (expression.getExprKindCase()) {
            case IDENT_EXPR -> is(expression);
            case SELECT_EXPR -> asks(expression.getSelectExpr().getOperand());
            case CALL_EXPR ->
                asks(expression.getCallExpr().getTarget())
                        || expression.getCallExpr().getArgsList().stream().anyMatch(this::asks);
            case LIST_EXPR ->
                expression.getListExpr().getElementsList().stream().anyMatch(this::asks);
            case STRUCT_EXPR ->
                expression.getStructExpr().getEntriesList().stream()
                        .anyMatch(entry -> asks(entry.getMapKey()) || asks(entry.getValue()));
            case COMPREHENSION_EXPR -> asks(expression.getComprehensionExpr());
            case CONST_EXPR, EXPRKIND_NOT_SET -> false;
        };
    }

    private boolean asks(Expr.Comprehension comprehension) {
        return asks(comprehension.getIterRange())
                || asks(comprehension.getAccuInit())
                || asks(comprehension.getLoopCondition())
                || asks(comprehension.getLoopStep())
                || asks(comprehension.getResult());
    }
}
