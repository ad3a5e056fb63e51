package dev.surety.guardrail.evaluation.check;

import dev.surety.guardrail.evaluation.Finding;
import dev.surety.guardrail.evaluation.PerMille;
import dev.surety.guardrail.evaluation.check.phrase.PhraseHit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What phrase rules found in several texts. Distinct rules add up as independent evidence does, 1 − ∏(1 − sᵢ); a rule
 * that matches again adds nothing. Every finding carries the joint score of its category.
 */
final class Evidence {
    private static final int LOOK_BACK = 16;

    private final String check;
    private final List<Located> located = new ArrayList<>();
    private final Map<String, Map<String, Integer>> scoresByCategory = new LinkedHashMap<>();

    Evidence(String check) {
        this.check = check;
    }

    void add(String path, List<PhraseHit> hits) {
        for (PhraseHit hit : hits) {
            located.add(new Located(path, hit));
            scoresByCategory
                    .computeIfAbsent(hit.category(), category -> new HashMap<>())
                    .put(hit.rule(), hit.scorePerMille());
        }
    }

    void addAll(Map<String, List<PhraseHit>> hitsByPath) {
        hitsByPath.forEach(this::add);
    }

    /** The categories that were found, without the name of the check, in the order of the text. */
    List<String> categories() {
        return List.copyOf(scoresByCategory.keySet());
    }

    /** The joint score of one category. */
    int score(String category) {
        return joint(scoresByCategory.getOrDefault(category, Map.of()).values());
    }

    /** The score of the strongest category. */
    int strongest() {
        return scoresByCategory.keySet().stream().mapToInt(this::score).max().orElse(0);
    }

    /** The joint score of all rules, whatever their category. */
    int joint() {
        return joint(scoresByCategory.values().stream()
                .flatMap(scores -> scores.values().stream())
                .toList());
    }

    /** The places, in the order of the texts; those of one category that overlap are one. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Located one : located) {
            Finding finding = new Finding(
                    check + "." + one.hit().category(),
                    one.path(),
                    one.hit().start(),
                    one.hit().end(),
                    score(one.hit().category()));
            int before = lastOverlapping(findings, finding);
            if (before < 0) {
                findings.add(finding);
            } else {
                findings.set(before, joined(findings.get(before), finding));
            }
        }
        return List.copyOf(findings);
    }

    private static int lastOverlapping(List<Finding> findings, Finding finding) {
        // Hits come in the order of the text, so only the latest few can reach this far.
        int first = Math.max(0, findings.size() - LOOK_BACK);
        for (int i = findings.size() - 1; i >= first; i--) {
            Finding before = findings.get(i);
            if (before.path().equals(finding.path())
                    && before.category().equals(finding.category())
                    && before.end() > finding.start()) {
                return i;
            }
        }
        return -1;
    }

    private static Finding joined(Finding one, Finding other) {
        return new Finding(
                one.category(),
                one.path(),
                Math.min(one.start(), other.start()),
                Math.max(one.end(), other.end()),
                one.scorePerMille());
    }

    private static int joint(Collection<Integer> scores) {
        double doubt = 1.0;
        for (int score : scores) {
            doubt *= 1.0 - PerMille.decimal(score);
        }
        return PerMille.of(1.0 - doubt);
    }

    private record Located(String path, PhraseHit hit) {}
}
