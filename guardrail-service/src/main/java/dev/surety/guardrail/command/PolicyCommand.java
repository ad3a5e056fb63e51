package dev.surety.guardrail.command;

import dev.surety.guardrail.StandardChecks;
import dev.surety.guardrail.decision.Evaluator;
import dev.surety.guardrail.decision.PolicyTestRunner;
import dev.surety.guardrail.evaluation.CheckCatalogue;
import dev.surety.guardrail.evaluation.check.RemoteCheck;
import dev.surety.guardrail.policy.BundledDocuments;
import dev.surety.guardrail.policy.Policy;
import dev.surety.guardrail.policy.PolicyCompiler;
import dev.surety.guardrail.policy.PolicyLibrary;
import dev.surety.guardrail.policy.PolicyRefusedException;
import dev.surety.guardrail.policy.PolicySource;
import dev.surety.guardrail.policy.StoredPolicy;
import dev.surety.guardrail.policy.cel.CelConditionEngine;
import dev.surety.guardrail.policy.store.DirectoryPolicyStore;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code surety policy}: checks and shows policies with the detectors that the service has, and without a server. */
public final class PolicyCommand {
    static final int FINE = 0;
    static final int REFUSED = 1;
    static final int WRONG_USE = 2;

    private final PrintStream out;
    private final PrintStream err;
    private final CheckCatalogue checks = StandardChecks.with(RemoteCheck.uninstalled());
    private final PolicyCompiler compiler = new PolicyCompiler(checks, new CelConditionEngine());

    private PolicyCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] words) {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        // The parser of the condition library has its own word on standard error, without file or line.
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        int code = run(out, err, words);
        out.flush();
        System.exit(code);
    }

    static int run(PrintStream out, PrintStream err, String... words) {
        Optional<PolicyArguments> arguments = PolicyArguments.of(List.of(words));
        if (arguments.isEmpty()) {
            err.print(PolicyArguments.USAGE);
            return WRONG_USE;
        }
        return new PolicyCommand(out, err).run(arguments.get());
    }

    private int run(PolicyArguments arguments) {
        PolicySource source;
        List<StoredPolicy> stored;
        try {
            source = new PolicySource(arguments.file().toString(), Files.readString(arguments.file()));
            stored = arguments.directory().map(DirectoryPolicyStore::in).orElse(List.of());
        } catch (CharacterCodingException malformed) {
            err.println("surety: " + arguments.file() + " is not UTF-8: save it in that encoding");
            return WRONG_USE;
        } catch (IOException | IllegalStateException unreadable) {
            err.println("surety: " + arguments.file() + " or its directory cannot be read: " + unreadable.getMessage());
            return WRONG_USE;
        }
        try {
            PolicyLibrary library = compiler.library(besides(arguments, stored));
            if (!PolicyCompiler.isPolicy(source)) {
                compiler.library(List.of(source));
                out.println(arguments.json() ? PolicyReport.acceptedJson() : arguments.file() + ": nothing is wrong");
                return FINE;
            }
            return answer(arguments, compiler.compile(source, library));
        } catch (PolicyRefusedException refused) {
            out.println(
                    arguments.json()
                            ? PolicyReport.refusedJson(refused.diagnostics())
                            : PolicyReport.refused(refused.diagnostics()));
            return REFUSED;
        }
    }

    private int answer(PolicyArguments arguments, Policy policy) {
        return switch (arguments.verb()) {
            case CHECK -> check(arguments, policy);
            case SHOW -> {
                // Without a line break behind it, so that its SHA-256 is the digest.
                out.print(arguments.json() ? policy.canonical() : PolicyInWords.of(policy));
                yield FINE;
            }
        };
    }

    private int check(PolicyArguments arguments, Policy policy) {
        Evaluator evaluator = new Evaluator(
                checks,
                (check, failure) -> err.println("surety: check " + check + " failed with "
                        + failure.getClass().getSimpleName()));
        List<PolicyTestRunner.Outcome> outcomes = new PolicyTestRunner(evaluator).run(policy);
        out.println(
                arguments.json() ? PolicyReport.testedJson(policy, outcomes) : PolicyReport.tested(policy, outcomes));
        return outcomes.stream().allMatch(PolicyTestRunner.Outcome::passed) ? FINE : REFUSED;
    }

    /** What the file can name: what the service brings, and what its directory has for its tenant. */
    private static List<PolicySource> besides(PolicyArguments arguments, List<StoredPolicy> stored) {
        List<PolicySource> sources = new ArrayList<>(BundledDocuments.all());
        String tenant = tenant(arguments);
        for (StoredPolicy document : stored) {
            boolean seen = document.tenant() == null || document.tenant().equals(tenant);
            if (seen && !same(Path.of(document.source().file()), arguments.file())) {
                sources.add(document.source());
            }
        }
        return sources;
    }

    /** The tenant in whose part of the directory the file lies; null where it lies in none. */
    private static @Nullable String tenant(PolicyArguments arguments) {
        Path parent = arguments.file().toAbsolutePath().normalize().getParent();
        if (parent == null || arguments.directory().isEmpty()) {
            return null;
        }
        Path directory = arguments.directory().get().toAbsolutePath().normalize();
        return directory.equals(parent.getParent()) ? parent.getFileName().toString() : null;
    }

    private static boolean same(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }
}
