package dev.surety.guardrail.policy.cel;

import dev.surety.guardrail.policy.ConditionEngine;
import dev.surety.guardrail.policy.Trend;
import dev.surety.guardrail.policy.VariableType;
import dev.surety.guardrail.policy.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.projectnessie.cel.Ast;
import org.projectnessie.cel.Env;
import org.projectnessie.cel.EnvOption;
import org.projectnessie.cel.checker.Decls;
import org.projectnessie.cel.common.types.BoolT;
import org.projectnessie.cel.common.types.DoubleT;
import org.projectnessie.cel.common.types.ref.Val;
import org.projectnessie.cel.relocated.com.google.api.expr.v1alpha1.Decl;
import org.projectnessie.cel.relocated.com.google.api.expr.v1alpha1.Type;

/**
 * Compiles conditions written in CEL (github.com/google/cel-spec). Every variable is declared with its full name and
 * type, so a misspelt name or a comparison of unlike things is found when the policy is compiled, not when a customer
 * waits for an answer.
 */
public final class CelConditionEngine implements ConditionEngine {
    /** Parses without knowing any variable. */
    private static final Env SYNTAX = Env.newEnv();

    @Override
    public Compiler over(Vocabulary vocabulary) {
        List<Decl> declarations = vocabulary.variables().entrySet().stream()
                .map(variable -> Decls.newVar(variable.getKey(), type(variable.getValue())))
                .toList();
        return new CelCompiler(Env.newEnv(EnvOption.declarations(declarations)), vocabulary);
    }

    @Override
    public Trend trend(String condition, String variable) {
        if (CelLimits.ofText(condition).isPresent()) {
            return Trend.UNKNOWN;
        }
        Env.AstIssuesTuple parsed = SYNTAX.parse(condition);
        return parsed.hasIssues() ? Trend.UNKNOWN : CelTrend.of(parsed.getAst().getExpr(), variable);
    }

    private static Type type(VariableType type) {
        return switch (type) {
            case INTEGER -> Decls.Int;
            case DECIMAL -> Decls.Double;
            case FLAG -> Decls.Bool;
            case TEXT -> Decls.String;
            case TEXTS -> Decls.newListType(Decls.String);
            case TEXTS_BY_NAME -> Decls.newMapType(Decls.String, Decls.String);
            case INTEGERS_BY_NAME -> Decls.newMapType(Decls.String, Decls.Int);
            case DECIMALS_BY_NAME -> Decls.newMapType(Decls.String, Decls.Double);
            case FINDINGS -> Decls.newListType(Decls.newMapType(Decls.String, Decls.Dyn));
        };
    }

    private record CelCompiler(Env environment, Vocabulary vocabulary) implements Compiler {

        @Override
        public Compilation<Boolean> condition(String source) {
            return compile(source, Decls.Bool, "true or false", CelCompiler::flag);
        }

        @Override
        public Compilation<Double> score(String source) {
            return compile(source, Decls.Double, "a decimal from 0 to 1", CelCompiler::decimal);
        }

        private <T> Compilation<T> compile(
                String source, Type expected, String inWords, Function<Val, Optional<T>> read) {
            Optional<Flaw> tooLong = CelLimits.ofText(source);
            if (tooLong.isPresent()) {
                return new Refused<>(List.of(tooLong.get()));
            }
            // Parsed and checked in two steps: the library's one step fails on what does not parse.
            Env.AstIssuesTuple parsed = environment.parse(source);
            if (parsed.hasIssues()) {
                return new Refused<>(CelFlaws.syntax(parsed.getIssues()));
            }
            Optional<Flaw> tooCostly = CelLimits.ofTree(parsed.getAst().getExpr());
            if (tooCostly.isPresent()) {
                return new Refused<>(List.of(tooCostly.get()));
            }
            Env.AstIssuesTuple checked;
            try {
                checked = environment.check(parsed.getAst());
            } catch (RuntimeException untyped) {
                // The library fails on a function that does not exist where it stands inside certain others.
                return new Refused<>(List.of(new Flaw(
                        1, 1, "the expression asks for a function that does not exist; check how they are written")));
            }
            if (checked.hasIssues()) {
                return new Refused<>(CelFlaws.types(checked.getIssues(), source, vocabulary));
            }
            return typed(
                    source,
                    checked.getAst(),
                    expected,
                    inWords,
                    read,
                    CelLimits.costOf(parsed.getAst().getExpr()));
        }

        private <T> Compilation<T> typed(
                String source, Ast ast, Type expected, String inWords, Function<Val, Optional<T>> read, long cost) {
            if (!ast.getResultType().equals(expected)) {
                return new Refused<>(List.of(new Flaw(1, 1, "the expression has to be " + inWords)));
            }
            return new Compiled<>(
                    new CelExpression<>(source, CelInputs.of(ast, vocabulary), environment.program(ast), read), cost);
        }

        private static Optional<Boolean> flag(Val value) {
            return value instanceof BoolT flag ? Optional.of(flag.booleanValue()) : Optional.empty();
        }

        private static Optional<Double> decimal(Val value) {
            return value instanceof DoubleT decimal ? Optional.of(decimal.doubleValue()) : Optional.empty();
        }
    }
}
