package dev.surety.bias.analysis;

import dev.surety.bias.metric.Contrast;
import dev.surety.bias.metric.Proportion;
import dev.surety.bias.metric.Verdict;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The result of one analysis.
 *
 * @param rates the favourable outcomes of every declared group, in the declared order
 * @param notes what was decided on the way, such as the choice of the reference, in plain words
 * @param findings one per metric and contrast
 */
public record Analysis(String reference, Map<String, Proportion> rates, List<String> notes, List<Finding> findings) {
    public Analysis {
        rates = Collections.unmodifiableMap(new LinkedHashMap<>(rates));
        notes = List.copyOf(notes);
        findings = List.copyOf(findings);
    }

    /** The verdict over all gating findings. */
    public Verdict verdict() {
        return Verdict.worst(
                gating().stream().map(finding -> finding.ruling().verdict()).toList());
    }

    /** Why: the reasons of those gating findings that have the overall verdict, with what they are about. */
    public List<String> reasons() {
        Verdict verdict = verdict();
        return gating().stream()
                .filter(finding -> finding.ruling().verdict() == verdict)
                .flatMap(finding -> finding.ruling().reasons().stream().map(reason -> label(finding) + ": " + reason))
                .distinct()
                .toList();
    }

    private List<Finding> gating() {
        return findings.stream().filter(Finding::gating).toList();
    }

    private static String label(Finding finding) {
        Contrast contrast = finding.contrast();
        return finding.metric() + ", " + contrast.other() + " against " + contrast.reference();
    }
}
