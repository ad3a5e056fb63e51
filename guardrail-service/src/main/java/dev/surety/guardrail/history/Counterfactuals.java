package dev.surety.guardrail.history;

import dev.surety.contracts.interaction.ExchangeEvaluated;
import dev.surety.guardrail.policy.ConditionEngine;
import dev.surety.guardrail.policy.VariableType;
import dev.surety.guardrail.policy.Vocabulary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongPredicate;

/**
 * Finds the single changes that would have let an exchange pass a rule. Each is found by deciding the recorded rule
 * again with another value: numbers by bisection between the value and the end of its range, to a thousandth; flags by
 * their opposite; texts by the literals of the condition and by a text that is none of them; lists and maps by one
 * member less or more.
 */
public final class Counterfactuals {
    private static final long THOUSAND = 1_000;
    private static final long FAR = 10_000;
    /** No condition compares with it, so it stands for every text that no condition names. */
    private static final String NAMED_NOWHERE = "(another)";

    private final ConditionEngine engine;

    public Counterfactuals(ConditionEngine engine) {
        this.engine = engine;
    }

    /** What would have let the exchange pass; empty where no single change would have, or the record does not say. */
    public List<Counterfactual> of(ExchangeEvaluated.Reasoning reasoning) {
        return RecordedRule.of(reasoning, engine).map(Counterfactuals::search).orElse(List.of());
    }

    private static List<Counterfactual> search(RecordedRule rule) {
        List<Counterfactual> found = new ArrayList<>();
        Set<String> literals = literals(rule.sources());
        rule.inputs().forEach((name, value) -> {
            // The policy's own number is no property of the exchange, but its author asks for it most.
            String shown = name.equals(Vocabulary.THRESHOLD) ? "the threshold" : name;
            switch (value) {
                case Double decimal -> number(rule, name, shown, decimal, THOUSAND, Function.identity(), found);
                case Long whole -> number(rule, name, shown, whole, 1, Function.identity(), found);
                case Boolean flag -> {
                    if (rule.passesWith(name, !flag)) {
                        found.add(new Counterfactual(name, flag.toString(), "if " + name + " were " + !flag));
                    }
                }
                case String text -> text(rule, name, shown, text, literals, Function.identity(), found);
                case List<?> list -> list(rule, name, list, literals, found);
                case Map<?, ?> map -> map(rule, name, map, literals, found);
                default -> throw new IllegalStateException("no condition has values of " + value.getClass());
            }
        });
        return List.copyOf(found);
    }

    /** In steps of one {@code scale}th, downwards and upwards. */
    private static void number(
            RecordedRule rule,
            String name,
            String shown,
            Number was,
            long scale,
            Function<Object, Object> within,
            List<Counterfactual> found) {
        double scaled = was.doubleValue() * scale;
        long below = (long) Math.floor(scaled);
        long above = (long) Math.ceil(scaled);
        long most = scale == THOUSAND && above <= THOUSAND ? THOUSAND : Math.max(FAR, 2 * above);
        LongPredicate passes = step -> rule.passesWith(
                name, within.apply(was instanceof Long ? (Object) step : (Object) ((double) step / scale)));
        if (below > 0 && passes.test(0)) {
            long fails = passes.test(below) ? above : bisect(0, below, passes);
            found.add(new Counterfactual(name, plain(was), "at " + shown + " < " + step(fails, scale)));
        }
        if (above < most && passes.test(most)) {
            long fails = passes.test(above) ? below : bisect(most, above, passes);
            found.add(new Counterfactual(name, plain(was), "at " + shown + " > " + step(fails, scale)));
        }
    }

    /** The last failing step on the way from one that passes to one that fails. */
    private static long bisect(long passing, long failing, LongPredicate passes) {
        long good = passing;
        long bad = failing;
        while (Math.abs(good - bad) > 1) {
            long middle = Math.floorDiv(good + bad, 2);
            if (passes.test(middle)) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return bad;
    }

    private static void text(
            RecordedRule rule,
            String name,
            String shown,
            String was,
            Set<String> literals,
            Function<Object, Object> within,
            List<Counterfactual> found) {
        if (rule.passesWith(name, within.apply(NAMED_NOWHERE))) {
            found.add(new Counterfactual(name, quoted(was), "if " + shown + " were not " + quoted(was)));
            return;
        }
        for (String literal : literals) {
            if (!literal.equals(was) && rule.passesWith(name, within.apply(literal))) {
                found.add(new Counterfactual(name, quoted(was), "if " + shown + " were " + quoted(literal)));
            }
        }
    }

    private static void list(
            RecordedRule rule, String name, List<?> was, Set<String> literals, List<Counterfactual> found) {
        boolean findings = rule.type(name) == VariableType.FINDINGS;
        Function<Object, Object> kind =
                item -> item instanceof Map<?, ?> one ? String.valueOf(one.get("category")) : item;
        String seen = was.stream().map(kind).distinct().toList().toString();
        Set<Object> kinds = new LinkedHashSet<>(was.stream().map(kind).toList());
        boolean one = false;
        for (Object gone : kinds) {
            List<?> left =
                    was.stream().filter(item -> !kind.apply(item).equals(gone)).toList();
            if (rule.passesWith(name, left)) {
                found.add(new Counterfactual(name, seen, "if '" + gone + "' were not in " + name));
                one = true;
            }
        }
        if (!one && kinds.size() > 1 && rule.passesWith(name, List.of())) {
            found.add(new Counterfactual(name, seen, "if " + name + " were empty"));
        }
        for (String literal : findings ? Set.<String>of() : literals) {
            List<Object> more = new ArrayList<>(was);
            more.add(literal);
            if (!was.contains(literal) && rule.passesWith(name, more)) {
                found.add(new Counterfactual(name, seen, "if " + quoted(literal) + " were in " + name));
            }
        }
    }

    private static void map(
            RecordedRule rule, String name, Map<?, ?> was, Set<String> literals, List<Counterfactual> found) {
        was.forEach((key, value) -> {
            String shown = name + "['" + key + "']";
            Function<Object, Object> within = changed -> {
                Map<Object, Object> other = new LinkedHashMap<>(was);
                other.put(key, changed);
                return other;
            };
            switch (value) {
                case Double decimal -> number(rule, name, shown, decimal, THOUSAND, within, found);
                case Long whole -> number(rule, name, shown, whole, 1, within, found);
                case Object text -> text(rule, name, shown, text.toString(), literals, within, found);
            }
        });
    }

    /** The texts in quotes of some expressions; read character by character, because a policy may be anybody's. */
    private static Set<String> literals(List<String> sources) {
        Set<String> literals = new LinkedHashSet<>();
        for (String source : sources) {
            int open = -1;
            for (int i = 0; i < source.length(); i++) {
                char c = source.charAt(i);
                if (open >= 0 && c == '\\') {
                    i++;
                } else if (open >= 0 && c == source.charAt(open)) {
                    literals.add(source.substring(open + 1, i));
                    open = -1;
                } else if (open < 0 && (c == '\'' || c == '"')) {
                    open = i;
                }
            }
        }
        return literals;
    }

    private static String step(long step, long scale) {
        return scale == 1 ? Long.toString(step) : plain((double) step / scale);
    }

    private static String plain(Number number) {
        return number instanceof Long
                ? number.toString()
                : BigDecimal.valueOf(number.doubleValue()).toPlainString();
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }
}
