package dev.surety.bias.run.rest;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.surety.bias.BiasConfig;
import dev.surety.bias.run.Target;
import dev.surety.bias.run.target.TargetGate;
import dev.surety.bias.suite.InvalidSuiteException;
import dev.surety.bias.suite.Suite;
import dev.surety.bias.suite.SuiteOutcome;
import dev.surety.bias.suite.SuiteParser;
import dev.surety.bias.suite.SuiteService;
import dev.surety.kit.problem.Problem;
import dev.surety.kit.problem.Problems;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a draft strictly: every value that is not allowed is named with its JSON pointer. */
final class RunDraftReader {
    private static final String DEFAULT_BODY = """
            {"conversationId": "{{conversationId}}",
             "customer": {"name": "{{customer.name}}", "profile": "{{customer.profile}}"},
             "message": "{{message}}"}""";
    private static final int LONGEST_BODY = 16_384;
    private static final int MOST_HEADERS = 20;
    /** Headers that carry secrets, which belong into the configuration, or that the connection decides. */
    private static final Set<String> RESERVED_HEADERS = Set.of(
            "authorization",
            "cookie",
            "proxy-authorization",
            "host",
            "connection",
            "content-length",
            "expect",
            "upgrade",
            "transfer-encoding");

    private final BiasConfig.Run config;
    private final TargetGate gate;
    private final SuiteService suites;
    private final List<Problem.Violation> violations = new ArrayList<>();

    RunDraftReader(BiasConfig config, TargetGate gate, SuiteService suites) {
        this.config = config.run();
        this.gate = gate;
        this.suites = suites;
    }

    /** A draft that holds. */
    record Read(SuiteService.ShippedSuite suite, Target target, long seed) {}

    Read read(RunDraft draft) {
        SuiteService.ShippedSuite suite = suite(draft);
        if (suite.suite().calls() > config.maxCalls()) {
            refuse("/suite", "plans " + suite.suite().calls() + " calls: at most " + config.maxCalls() + " are made");
        }
        Target target = target(draft.target(), suite.suite());
        if (!violations.isEmpty()) {
            throw Problems.invalidValues(violations);
        }
        return new Read(
                suite, target, draft.seed() == null ? suite.suite().design().seed() : draft.seed());
    }

    private SuiteService.ShippedSuite suite(RunDraft draft) {
        String id = draft.suite();
        String document = draft.suiteDocument();
        if (id != null && document == null) {
            return suites.find(id)
                    .orElseThrow(() -> Problems.invalidValue(
                            "/suite",
                            "there is no suite of this id; there are: "
                                    + suites.all().stream()
                                            .map(suite ->
                                                    suite.suite().identity().id())
                                            .collect(Collectors.joining(", "))));
        }
        if (document == null || id != null) {
            throw Problems.invalidValue("/suite", "exactly one of suite and suiteDocument was expected");
        }
        try {
            return new SuiteService.ShippedSuite(SuiteParser.parse(document), document);
        } catch (InvalidSuiteException invalid) {
            throw Problems.invalidValues(invalid.diagnostics().stream()
                    .map(diagnostic -> new Problem.Violation("/suiteDocument", diagnostic.toString()))
                    .toList());
        }
    }

    private Target target(RunDraft.@Nullable TargetDraft draft, Suite suite) {
        if (draft == null) {
            throw Problems.invalidValue("/target", "an object with name and url was expected");
        }
        String credential = draft.credential();
        if (credential != null && !config.credentials().containsKey(credential)) {
            refuse("/target/credential", "no credential of this name is configured in bias.run.credentials");
        }
        return new Target(
                name(draft.name()),
                url(draft.url()),
                method(draft.method()),
                headers(draft.headers()),
                body(draft.body()),
                outcomes(draft.outcomes(), suite),
                credential,
                load(draft));
    }

    private Target.Load load(RunDraft.TargetDraft draft) {
        int timeout = Math.toIntExact(config.callTimeout().toMillis());
        return new Target.Load(
                limit(draft.concurrency(), config.maxConcurrency(), "/target/concurrency"),
                limit(draft.perSecond(), config.maxPerSecond(), "/target/perSecond"),
                limit(draft.timeoutMillis(), timeout, "/target/timeoutMillis"));
    }

    private int limit(@Nullable Integer given, int most, String pointer) {
        if (given == null) {
            return most;
        }
        if (given < 1 || given > most) {
            refuse(pointer, "is " + given + ": a whole number from 1 to " + most + " was expected");
            return most;
        }
        return given;
    }

    private String name(@Nullable String name) {
        if (name == null || !name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._:@/+-]{0,99}")) {
            refuse("/target/name", "1 to 100 letters, digits, spaces and . _ : @ / + - were expected");
            return "?";
        }
        return name;
    }

    private URI url(@Nullable String url) {
        URI unusable = URI.create("http://invalid.invalid");
        if (url == null || url.length() > 2_000) {
            refuse("/target/url", "an http or https address was expected");
            return unusable;
        }
        try {
            URI uri = new URI(url);
            gate.objection(uri).ifPresent(objection -> refuse("/target/url", objection));
            return uri;
        } catch (URISyntaxException malformed) {
            refuse("/target/url", "an http or https address was expected");
            return unusable;
        }
    }

    private String method(@Nullable String method) {
        if (method == null || method.equals("POST") || method.equals("PUT")) {
            return method == null ? "POST" : method;
        }
        refuse("/target/method", "POST or PUT was expected");
        return "POST";
    }

    private Map<String, String> headers(@Nullable Map<String, @Nullable String> given) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (given == null) {
            return headers;
        }
        if (given.size() > MOST_HEADERS) {
            refuse("/target/headers", "has " + given.size() + " headers: at most " + MOST_HEADERS + " are sent");
        }
        given.forEach((name, value) -> {
            if (!name.matches("[A-Za-z0-9-]{1,64}") || RESERVED_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                refuse("/target/headers", "has a header that may not be set here; secrets belong into credential");
            } else if (value == null || !value.matches("[\\x20-\\x7e]{0,500}")) {
                refuse("/target/headers/" + name, "up to 500 printable ASCII characters were expected");
            } else {
                headers.put(name, value);
            }
        });
        return headers;
    }

    private String body(@Nullable JsonNode body) {
        if (body == null || body.isNull()) {
            return DEFAULT_BODY;
        }
        String template = body.toString();
        if (template.length() > LONGEST_BODY || !template.contains("{{message}}")) {
            refuse(
                    "/target/body",
                    "JSON of up to " + LONGEST_BODY + " characters with {{message}} in one of its texts was expected");
        }
        return template;
    }

    private Map<String, String> outcomes(@Nullable Map<String, @Nullable String> given, Suite suite) {
        Set<String> names =
                new TreeSet<>(suite.outcomes().stream().map(SuiteOutcome::name).toList());
        Map<String, String> pointers = new LinkedHashMap<>();
        names.forEach(name -> pointers.put(name, "/" + name));
        Optional.ofNullable(given).orElse(Map.of()).forEach((name, pointer) -> {
            if (!names.contains(name)) {
                refuse("/target/outcomes", "the outcomes of this suite are: " + String.join(", ", names));
            } else if (pointer == null || pointer.length() > 200 || !isPointer(pointer)) {
                refuse("/target/outcomes/" + name, "a JSON pointer such as /granted was expected");
            } else {
                pointers.put(name, pointer);
            }
        });
        return pointers;
    }

    private static boolean isPointer(String text) {
        try {
            return !JsonPointer.compile(text).matches();
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private void refuse(String pointer, String expectation) {
        violations.add(new Problem.Violation(pointer, expectation));
    }
}
