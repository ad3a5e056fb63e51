package dev.surety.guardrail.evaluation.check;

import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Finding;
import dev.surety.guardrail.evaluation.NamedText;
import dev.surety.guardrail.evaluation.NoAnswerException;
import dev.surety.guardrail.evaluation.PerMille;
import dev.surety.guardrail.evaluation.Setting;
import dev.surety.guardrail.evaluation.ValueType;
import dev.surety.guardrail.evaluation.WaitingCheck;
import dev.surety.guardrail.evaluation.check.remote.Detector;
import dev.surety.guardrail.evaluation.check.remote.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Asks a detector that runs elsewhere about the texts of the stage. Which detectors there are, and where, is installed
 * with the service; a policy only names one, so that no policy can make the service call an address.
 *
 * <p>Settings: {@code detector} (required), {@code redacted} (default {@code true}: personal data that {@link PiiCheck}
 * finds leaves the house as asterisks, as many as it had characters), {@code least} (default 0.5: findings with a lower
 * score are left out unless the detector itself objects to them), {@code timeoutMs} (default 2000).
 */
public final class RemoteCheck implements WaitingCheck {
    private static final String DETECTOR = "detector";
    private static final long DEFAULT_TIMEOUT = 2_000;
    private static final CheckSettings UNPUBLISHED = new CheckSettings(Map.of("published", false));

    private final Map<String, Detector> detectors;
    private final PiiCheck pii = new PiiCheck();

    private RemoteCheck(Map<String, Detector> detectors) {
        this.detectors = Map.copyOf(detectors);
    }

    /** A check that knows those detectors, of which there is at least one; a policy can name no other. */
    public static RemoteCheck of(Map<String, Detector> detectors) {
        if (detectors.isEmpty()) {
            throw new IllegalArgumentException("no detectors: at least one was expected");
        }
        return new RemoteCheck(detectors);
    }

    /** A check for where policies are only looked at: it takes every name and never gets an answer. */
    public static RemoteCheck uninstalled() {
        return new RemoteCheck(Map.of());
    }

    /** The setting that says how long an answer may take, in milliseconds; the policy's own default stands in for it. */
    public static final String TIMEOUT = "timeoutMs";

    @Override
    public String name() {
        return "remote";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<Locale> languages() {
        return Languages.NONE_IN_PARTICULAR;
    }

    @Override
    public Map<String, Setting> settings() {
        return Map.of(
                DETECTOR,
                new Setting.Choice(detectors.keySet()),
                "redacted",
                new Setting.Flag(),
                "least",
                new Setting.Decimal(0.0, 1.0),
                TIMEOUT,
                new Setting.WholeNumber(1, 60_000));
    }

    @Override
    public Set<String> required() {
        return Set.of(DETECTOR);
    }

    @Override
    public Optional<String> restsOn(CheckSettings settings) {
        String name = settings.text(DETECTOR, "");
        return Optional.ofNullable(detectors.get(name)).map(detector -> name + " (" + detector.identity() + ")");
    }

    @Override
    public Map<String, ValueType> values() {
        return Map.of("flagged", ValueType.FLAG, "categories", ValueType.TEXTS);
    }

    @Override
    public Duration patience(CheckSettings settings) {
        return Duration.ofMillis(settings.integer(TIMEOUT, DEFAULT_TIMEOUT));
    }

    @Override
    public CheckResult examine(Exchange exchange, CheckSettings settings, Duration time) {
        long started = System.nanoTime();
        Detector detector = detectors.get(settings.text(DETECTOR, ""));
        if (detector == null) {
            throw new NoAnswerException(NoAnswerException.Reason.NOT_INSTALLED, "no such detector is installed here");
        }
        List<NamedText> texts = exchange.texts();
        List<String> sent = settings.flag("redacted", true) ? redacted(exchange) : contents(texts);
        List<Verdict> verdicts = detector.judge(sent, time.minusNanos(System.nanoTime() - started));
        if (verdicts.size() != texts.size()) {
            throw new NoAnswerException(
                    NoAnswerException.Reason.UNREADABLE,
                    verdicts.size() + " verdicts about " + texts.size() + " texts");
        }
        return result(texts, verdicts, PerMille.of(settings.decimal("least", 0.5)));
    }

    private CheckResult result(List<NamedText> texts, List<Verdict> verdicts, int least) {
        List<Finding> findings = new ArrayList<>();
        Set<String> categories = new TreeSet<>();
        boolean flagged = false;
        int score = 0;
        for (int i = 0; i < texts.size(); i++) {
            flagged |= verdicts.get(i).flagged();
            for (Verdict.Detection one : verdicts.get(i).detections()) {
                score = Math.max(score, one.scorePerMille());
                if (one.flagged() || one.scorePerMille() >= least) {
                    categories.add(one.category());
                    findings.add(finding(texts.get(i), one));
                }
            }
        }
        return new CheckResult(score, findings, Map.of("flagged", flagged, "categories", List.copyOf(categories)));
    }

    private Finding finding(NamedText text, Verdict.Detection one) {
        if (one.end() > text.content().length()) {
            throw new NoAnswerException(NoAnswerException.Reason.UNREADABLE, "a span lies outside of its text");
        }
        return new Finding(name() + "." + one.category(), text.path(), one.start(), one.end(), one.scorePerMille());
    }

    private static List<String> contents(List<NamedText> texts) {
        return texts.stream().map(NamedText::content).toList();
    }

    /** As long as before, so that what is found in them stands in the same place in the originals. */
    private List<String> redacted(Exchange exchange) {
        List<Finding> personal = pii.examine(exchange, UNPUBLISHED).findings();
        return exchange.texts().stream().map(text -> redacted(text, personal)).toList();
    }

    private static String redacted(NamedText text, List<Finding> personal) {
        StringBuilder redacted = new StringBuilder(text.content());
        for (Finding finding : personal) {
            if (finding.path().equals(text.path())) {
                for (int i = finding.start(); i < finding.end(); i++) {
                    redacted.setCharAt(i, '*');
                }
            }
        }
        return redacted.toString();
    }
}
