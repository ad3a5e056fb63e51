package dev.surety.guardrail.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.surety.guardrail.evaluation.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the {@code rules} section: conditions are compiled, and each rule learns which checks it needs. */
final class RuleCompiler {
    private static final String SECTION = "/rules";
    /** What the expressions of one policy may cost together, in the steps of the condition engine. */
    private static final long MOST_STEPS = 1_000_000;

    private final PositionedYaml document;
    private final Diagnostics diagnostics;
    private final ConsequenceCompiler consequences;
    private final ThresholdCompiler thresholds;
    private final Set<String> checks;
    private final ConditionEngine.Compiler scores;
    private final ConditionEngine.Compiler conditions;
    private long spent;

    RuleCompiler(
            PositionedYaml document,
            Diagnostics diagnostics,
            ConditionEngine engine,
            Vocabulary vocabulary,
            ConsequenceCompiler consequences) {
        this.document = document;
        this.diagnostics = diagnostics;
        this.consequences = consequences;
        this.thresholds = new ThresholdCompiler(document, diagnostics, engine);
        this.checks = vocabulary.names().stream()
                .flatMap(name -> Vocabulary.checkOf(name).stream())
                .collect(Collectors.toUnmodifiableSet());
        this.scores = engine.over(vocabulary);
        this.conditions = engine.over(vocabulary.with(Map.of(
                Vocabulary.SCORE, VariableType.DECIMAL,
                Vocabulary.THRESHOLD, VariableType.DECIMAL)));
    }

    List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        Map<String, Location> seen = new HashMap<>();
        JsonNode list = document.tree().at(SECTION);
        for (int i = 0; i < list.size(); i++) {
            String pointer = PositionedYaml.item(SECTION, i);
            Location position = document.position(pointer + "/id");
            String id = list.get(i).path("id").asText();
            Location first = seen.putIfAbsent(id, position);
            if (first != null) {
                diagnostics.report(
                        position,
                        "a rule '" + id + "' stands already in line "
                                + first.position().line() + ": rename one");
            }
            rule(pointer, list.get(i)).ifPresent(rules::add);
        }
        thresholds.refuseIdleProfiles();
        refuseUnknownRulesInTests(seen.keySet());
        return rules;
    }

    private Optional<Rule> rule(String pointer, JsonNode node) {
        Optional<Expression<Boolean>> when = condition(pointer + "/when", node.path("when"));
        Optional<Expression<Double>> score = node.has("score")
                ? expression(pointer + "/score", scores.score(node.path("score").asText()))
                : Optional.empty();
        List<Rule.Branch> branches = branches(pointer + "/then", node.path("then"));
        Set<String> needs = needs(when, score, branches);
        String named = Nodes.textOrNull(node, "check");
        if (named != null && !checks.contains(named)) {
            diagnostics.report(
                    document.position(pointer + "/check"),
                    "check '" + named + "' does not stand below checks: " + Suggestion.mending(named, checks));
        }
        String check = named != null ? named : needs.stream().findFirst().orElse(Rule.NO_CHECK);
        if (named != null) {
            needs.add(named);
        }
        thresholds.refuseOutOfPlace(pointer, node, when, branches);
        Integer threshold = thresholds.perMille(pointer, node, check);
        boolean complete = when.isPresent()
                && node.has("score") == score.isPresent()
                && branches.size() == node.path("then").size();
        return complete
                ? Optional.of(rule(node, check, needs, when.get(), score.orElse(null), threshold, branches))
                : Optional.empty();
    }

    private Rule rule(
            JsonNode node,
            String check,
            Set<String> needs,
            Expression<Boolean> when,
            @Nullable Expression<Double> score,
            @Nullable Integer threshold,
            List<Rule.Branch> branches) {
        String onError = node.path("onError")
                .asText(document.tree().at("/defaults/onError").asText());
        String cover = Nodes.textOrNull(node, "cover");
        return new Rule(
                node.path("id").asText(),
                Nodes.texts(node.path("stage")).stream()
                        .map(stage -> Stage.valueOf(stage.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toUnmodifiableSet()),
                check,
                needs,
                Set.copyOf(Nodes.texts(node.path("categories"))),
                when,
                score(node, check, score),
                threshold,
                branches,
                node.path("reasonCode").asText(),
                node.path("message").asText(),
                cover == null ? null : Cover.ofWireName(cover),
                OnError.ofWireName(onError),
                node.path("enforced").asBoolean(true));
    }

    private static Rule.Score score(JsonNode node, String check, @Nullable Expression<Double> score) {
        if (score != null) {
            return new Rule.Computed(score);
        }
        if (check.equals(Rule.NO_CHECK)) {
            return new Rule.AllOrNothing();
        }
        return node.has("categories") ? new Rule.HighestFinding() : new Rule.OfCheck();
    }

    private List<Rule.Branch> branches(String pointer, JsonNode list) {
        List<Rule.Branch> branches = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode node = list.get(i);
            String place = PositionedYaml.item(pointer, i);
            Optional<Expression<Boolean>> condition =
                    node.has("if") ? condition(place + "/if", node.path("if")) : Optional.empty();
            Optional<Consequence> consequence = consequences.compile(place, node);
            if (!node.has("if") && i < list.size() - 1) {
                diagnostics.report(
                        document.position(PositionedYaml.item(pointer, i + 1)),
                        "never reached: the consequence before it has no 'if' and is always taken; remove this one");
            }
            if (consequence.isPresent() && node.has("if") == condition.isPresent()) {
                branches.add(new Rule.Branch(condition.orElse(null), consequence.get()));
            }
        }
        return branches;
    }

    private Optional<Expression<Boolean>> condition(String pointer, JsonNode node) {
        return expression(pointer, conditions.condition(node.asText()));
    }

    private <T> Optional<Expression<T>> expression(String pointer, ConditionEngine.Compilation<T> compilation) {
        return switch (compilation) {
            case ConditionEngine.Compiled<T>(Expression<T> compiled, long cost) -> {
                spend(pointer, cost);
                yield Optional.of(compiled);
            }
            case ConditionEngine.Refused<T>(List<ConditionEngine.Flaw> flaws) -> {
                PositionedYaml.Place place = document.place(pointer);
                flaws.forEach(flaw -> diagnostics.report(place.within(flaw.line(), flaw.column()), flaw.message()));
                yield Optional.empty();
            }
        };
    }

    /** Each expression is cheap enough by itself; all of them together have to be, too. */
    private void spend(String pointer, long cost) {
        boolean enough = spent <= MOST_STEPS;
        spent += cost;
        if (enough && spent > MOST_STEPS) {
            diagnostics.report(
                    document.position(pointer),
                    "up to here the conditions of this policy could take " + spent + " steps for one exchange, at most "
                            + MOST_STEPS + " are allowed: loop over fewer lists, or split the policy by bot");
        }
    }

    /** In the order in which the rule asks them, so that the first is the one that it speaks for. */
    private static Set<String> needs(
            Optional<Expression<Boolean>> when, Optional<Expression<Double>> score, List<Rule.Branch> branches) {
        List<String> inputs = new ArrayList<>();
        score.ifPresent(expression -> inputs.addAll(expression.inputs()));
        when.ifPresent(expression -> inputs.addAll(expression.inputs()));
        branches.stream()
                .map(Rule.Branch::condition)
                .forEach(condition -> inputs.addAll(condition == null ? List.of() : condition.inputs()));
        return inputs.stream()
                .flatMap(name -> Vocabulary.checkOf(name).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void refuseUnknownRulesInTests(Set<String> known) {
        JsonNode tests = document.tree().path("tests");
        for (int i = 0; i < tests.size(); i++) {
            for (String list : List.of("rules", "silent")) {
                String pointer = PositionedYaml.item("/tests", i) + "/expect/" + list;
                List<String> named = Nodes.texts(document.tree().at(pointer));
                for (int j = 0; j < named.size(); j++) {
                    if (!known.contains(named.get(j))) {
                        diagnostics.report(
                                document.position(PositionedYaml.item(pointer, j)),
                                "no rule '" + named.get(j) + "': " + Suggestion.mending(named.get(j), known));
                    }
                }
            }
        }
    }
}
