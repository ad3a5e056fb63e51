package dev.surety.guardrail.evaluation.check;

import dev.surety.guardrail.evaluation.Check;
import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.Conversation;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Finding;
import dev.surety.guardrail.evaluation.Message;
import dev.surety.guardrail.evaluation.NamedText;
import dev.surety.guardrail.evaluation.Reach;
import dev.surety.guardrail.evaluation.Setting;
import dev.surety.guardrail.evaluation.Stage;
import dev.surety.guardrail.evaluation.ValueType;
import dev.surety.guardrail.evaluation.check.pii.Identified;
import dev.surety.guardrail.evaluation.check.pii.PiiRecognizer;
import dev.surety.guardrail.evaluation.check.pii.PiiType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Personal data that has a format: e-mail and network addresses, telephone numbers, payment cards, IBANs, national
 * identity, tax and health numbers of the EU's larger countries, Switzerland, the UK and the USA, and passports,
 * driving licences, accounts and policies that a word announces; and, with lower scores, names of people, postal
 * addresses and dates of birth. Check digits decide wherever there are any. Numbers
 * that are spelled out in words are not looked for, nor are parts of numbers such as the last four digits.
 *
 * <p>Settings: {@code types}, the types to look for, all of them by default; {@code published} (default {@code true}):
 * contact data and accounts in an answer are left alone when a retrieved passage states the same, because then it is
 * the company's own hotline or account and nobody's secret.
 */
public final class PiiCheck implements Check {
    private static final Set<String> TYPES =
            Arrays.stream(PiiType.values()).map(PiiType::wireName).collect(Collectors.toUnmodifiableSet());
    private static final Set<PiiType> CAN_BE_PUBLISHED =
            Set.of(PiiType.EMAIL, PiiType.PHONE, PiiType.IBAN, PiiType.ADDRESS, PiiType.PERSON);
    /** No word further away announces a number; the recognizers look less far. */
    private static final int READ_BEFORE = 64;

    private static final int READ_BEHIND = 16;
    private static final Map<String, String> REGION_OF_LANGUAGE = Map.of(
            "de", "DE", "fr", "FR", "es", "ES", "it", "IT", "nl", "NL", "pl", "PL", "pt", "PT", "sv", "SE", "da", "DK",
            "fi", "FI");

    private final PiiRecognizer recognizer = new PiiRecognizer();

    @Override
    public String name() {
        return "pii";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Set<Locale> languages() {
        return Languages.NONE_IN_PARTICULAR;
    }

    @Override
    public Map<String, Setting> settings() {
        return Map.of("types", new Setting.Words(TYPES), "published", new Setting.Flag());
    }

    @Override
    public Map<String, ValueType> values() {
        return Map.of("count", ValueType.INTEGER, "types", ValueType.TEXTS, "counts", ValueType.INTEGERS_BY_NAME);
    }

    @Override
    public Reach reach(CheckSettings settings) {
        return new Reach.Sentence(READ_BEFORE, READ_BEHIND, false);
    }

    @Override
    public CheckResult examine(Exchange exchange, CheckSettings settings) {
        Set<String> wanted = settings.words("types", TYPES);
        List<String> regions = regions(exchange.conversation());
        List<String> published = settings.flag("published", true) ? published(exchange) : List.of();
        List<Finding> findings = new ArrayList<>();
        Map<PiiType, Long> counts = new EnumMap<>(PiiType.class);
        for (NamedText text : exchange.texts()) {
            for (Identified one : identified(exchange, text, regions)) {
                String type = one.type().wireName();
                if (wanted.contains(type) && !isPublished(one, text.content(), published)) {
                    findings.add(
                            new Finding(name() + "." + type, text.path(), one.start(), one.end(), one.scorePerMille()));
                    counts.merge(one.type(), 1L, Long::sum);
                }
            }
        }
        return result(findings, counts);
    }

    /** Only what people typed is read over line breaks: an answer is released line by line while it is written. */
    private List<Identified> identified(Exchange exchange, NamedText text, List<String> regions) {
        return switch (exchange.stage()) {
            case INPUT -> recognizer.findTyped(text.content(), question(exchange), regions);
            case OUTPUT -> recognizer.find(text.content(), regions);
        };
    }

    /** What the bot said last; empty when it has not spoken. */
    private static String question(Exchange exchange) {
        return exchange.messages().reversed().stream()
                .filter(message -> message.role() == Message.Role.ASSISTANT)
                .map(Message::content)
                .findFirst()
                .orElse("");
    }

    private static CheckResult result(List<Finding> findings, Map<PiiType, Long> counts) {
        Map<String, Long> byName = new HashMap<>();
        counts.forEach((type, count) -> byName.put(type.wireName(), count));
        return new CheckResult(
                findings.stream().mapToInt(Finding::scorePerMille).max().orElse(0),
                findings,
                Map.of(
                        "count",
                        (long) findings.size(),
                        "types",
                        counts.keySet().stream().map(PiiType::wireName).toList(),
                        "counts",
                        Map.copyOf(byName)));
    }

    /** The passages without their spacing, so that the same number in another layout is the same. */
    private static List<String> published(Exchange exchange) {
        return exchange.stage() == Stage.INPUT
                ? List.of()
                : exchange.passages().stream()
                        .map(passage -> compact(passage.text()))
                        .toList();
    }

    private static boolean isPublished(Identified one, String text, List<String> published) {
        String value = compact(text.substring(one.start(), one.end()));
        return CAN_BE_PUBLISHED.contains(one.type()) && published.stream().anyMatch(passage -> passage.contains(value));
    }

    private static String compact(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        StringBuilder compact = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char character = lower.charAt(i);
            if (Character.isLetterOrDigit(character) || character == '@') {
                compact.append(character);
            }
        }
        return compact.toString();
    }

    private static List<String> regions(Conversation conversation) {
        Locale locale = conversation.locale();
        return Stream.of(
                        Stream.ofNullable(conversation.jurisdiction()),
                        Stream.of(locale.getCountry()),
                        Stream.ofNullable(REGION_OF_LANGUAGE.get(locale.getLanguage())))
                .flatMap(region -> region)
                .filter(region -> region.length() == 2)
                .distinct()
                .toList();
    }
}
