package dev.surety.guardrail.decision;

import static java.util.Objects.requireNonNull;

import dev.surety.guardrail.evaluation.CheckCatalogue;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Finding;
import dev.surety.guardrail.evaluation.Reach;
import dev.surety.guardrail.evaluation.Stage;
import dev.surety.guardrail.evaluation.WaitingCheck;
import dev.surety.guardrail.policy.Action;
import dev.surety.guardrail.policy.CheckUse;
import dev.surety.guardrail.policy.Consequence;
import dev.surety.guardrail.policy.Policy;
import dev.surety.guardrail.policy.Rule;
import dev.surety.guardrail.policy.Side;
import dev.surety.guardrail.policy.Templates;
import dev.surety.guardrail.pseudonym.Pseudonymizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Looks at parts of answers by the rules that can say something about a part. Pure and thread-safe. What it says about
 * a place that lies within the reach of the checks is what the decision about the whole answer will say; what it cannot
 * be sure of, it names as a suspect.
 */
public final class PartialAnswers {
    private final CheckCatalogue catalogue;
    private final FailedCheckListener listener;

    public PartialAnswers(CheckCatalogue catalogue, FailedCheckListener listener) {
        this.catalogue = requireNonNull(catalogue, "catalogue");
        this.listener = requireNonNull(listener, "listener");
    }

    /** How far a check that the policy uses reaches. */
    public Reach reach(Policy policy, String check) {
        CheckUse use = requireNonNull(policy.checks().get(check), check);
        return catalogue.named(use.detector().name()).orElseThrow().reach(use.settings());
    }

    /** The rules at a stage that ask no other system. */
    public List<Rule> ownRules(Policy policy, Stage stage) {
        return policy.rulesAt(stage).stream()
                .filter(rule -> rule.needs().stream().noneMatch(check -> asksOthers(policy, check)))
                .toList();
    }

    private boolean asksOthers(Policy policy, String check) {
        CheckUse use = requireNonNull(policy.checks().get(check), check);
        return catalogue.named(use.detector().name()).orElseThrow() instanceof WaitingCheck;
    }

    /**
     * Looks at an exchange whose response is a part of an answer.
     *
     * @param rules those of the policy that shall look
     */
    public Glance look(Exchange part, Policy policy, List<Rule> rules) {
        Observations observations =
                Observations.of(part, policy, rules, new Observer(catalogue, listener, Deadline.NONE));
        ExchangeVariables variables = new ExchangeVariables(part, observations);
        RuleJudge judge = new RuleJudge(policy.defaults(), observations, variables);
        List<Judgement> counting =
                rules.stream().map(judge::judge).filter(Judgement::counts).toList();
        CustomerTexts texts = CustomerTexts.of(policy, part, variables);
        // Nothing is handed over here: only masks and what is put before the answer are asked for.
        TextComposition composition = new TextComposition(part, texts, List.of(), Pseudonymizer.NONE);
        List<Redaction> redactions =
                Redaction.disjoint(composition.redactions(counting), new Characters(part.subject()));
        List<Integer> evidence = new ArrayList<>();
        boolean refused = false;
        for (Judgement judgement : counting) {
            if (judgement.action().compareTo(Action.REPLACE) <= 0) {
                List<Integer> places = places(judgement.findings());
                refused |= places.isEmpty();
                evidence.addAll(places);
            }
        }
        return new Glance(
                counting.stream()
                        .map(Judgement::action)
                        .min(Comparator.naturalOrder())
                        .orElse(Action.ALLOW),
                redactions.stream().map(PartialAnswers::mask).toList(),
                suspects(policy, rules, observations, redactions),
                evidence,
                refused,
                beginnings(counting, texts));
    }

    private static Glance.Mask mask(Redaction redaction) {
        return new Glance.Mask(
                redaction.start(),
                redaction.end(),
                redaction.rule(),
                redaction.mask().reference(),
                redaction.mask().content());
    }

    private static List<Integer> places(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.path().equals(Exchange.RESPONSE_PATH))
                .map(Finding::start)
                .toList();
    }

    private List<Integer> suspects(
            Policy policy, List<Rule> rules, Observations observations, List<Redaction> redactions) {
        List<Integer> suspects = new ArrayList<>();
        for (Rule rule : rules) {
            if (!rule.enforced() || !mayChangeTheText(rule)) {
                continue;
            }
            for (String check : rule.needs()) {
                for (Finding finding : observations.findings(rule, check)) {
                    boolean hidden = redactions.stream()
                            .anyMatch(mask -> mask.start() <= finding.start() && finding.end() <= mask.end());
                    if (!hidden
                            && finding.path().equals(Exchange.RESPONSE_PATH)
                            && !isHarmless(policy, rule, check, finding)) {
                        suspects.add(finding.start());
                    }
                }
            }
        }
        return suspects;
    }

    private static boolean mayChangeTheText(Rule rule) {
        return rule.then().stream()
                .anyMatch(branch -> branch.consequence().action().compareTo(Action.REDACT) <= 0);
    }

    /** A rule that only masks leaves weak findings alone; where scores do not add up, they stay as weak as they are. */
    private boolean isHarmless(Policy policy, Rule rule, String check, Finding finding) {
        Integer threshold = rule.thresholdPerMille();
        boolean onlyMasks = rule.then().stream()
                .allMatch(branch -> branch.consequence() instanceof Consequence.Redact
                        || branch.consequence() instanceof Consequence.Allow);
        boolean addsUp = switch (reach(policy, check)) {
            case Reach.Sentence sentence -> sentence.addsUp();
            case Reach.Within within -> within.addsUp();
            case Reach.Nothing _ -> false;
            case Reach.Whole _ -> true;
        };
        return threshold != null && onlyMasks && !addsUp && finding.scorePerMille() < threshold;
    }

    private static List<Glance.Beginning> beginnings(List<Judgement> counting, CustomerTexts texts) {
        List<Glance.Beginning> beginnings = new ArrayList<>();
        for (Judgement judgement : counting) {
            String rule = judgement.rule().id();
            switch (judgement.consequence()) {
                case Consequence.Label label
                when label.side() == Side.PREPEND -> addOnce(beginnings, rule, texts.label(label.label()));
                case Consequence.Disclaim(String name, Side side)
                when side == Side.PREPEND -> addOnce(beginnings, rule, texts.disclaimer(name));
                case Consequence.Label _,
                        Consequence.Disclaim _,
                        Consequence.Block _,
                        Consequence.Escalate _,
                        Consequence.Replace _,
                        Consequence.Redact _,
                        Consequence.Allow _ -> {}
                case null -> {}
            }
        }
        return beginnings;
    }

    private static void addOnce(List<Glance.Beginning> beginnings, String rule, Templates.Text text) {
        if (beginnings.stream().noneMatch(one -> one.text().equals(text.content()))) {
            beginnings.add(new Glance.Beginning(rule, text.reference(), text.content()));
        }
    }
}
