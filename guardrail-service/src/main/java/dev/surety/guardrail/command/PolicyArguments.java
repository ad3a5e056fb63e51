package dev.surety.guardrail.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param directory the policy directory, for the documents that the file names
 */
record PolicyArguments(Verb verb, Path file, Optional<Path> directory, boolean json) {
    /** What to do with the file. */
    enum Verb {
        CHECK,
        SHOW
    }

    static final String USAGE = """
            usage: surety policy check FILE [--directory DIR] [--json]
                   surety policy show FILE [--directory DIR] [--json]

            check   compiles the policy, says what is wrong with it and how to mend it, and runs its embedded tests.
            show    says what the policy comes to when everything that it builds on is put in.

            --directory DIR   the policy directory with the template sets, reference documents and policies that FILE
                              names; those directly in it are for every tenant, those in DIR/<tenant> for that tenant,
                              whose they are also seen by FILE where it lies there
            --json            check: the same for machines; show: the canonical JSON whose SHA-256 is the digest

            exit code   0 all well, 1 refused or a test failed, 2 wrong use
            """;

    /** Empty when the words make no sense. */
    static Optional<PolicyArguments> of(List<String> words) {
        Optional<Path> directory = Optional.empty();
        Optional<Path> file = Optional.empty();
        boolean json = false;
        if (words.isEmpty()) {
            return Optional.empty();
        }
        Verb verb;
        switch (words.getFirst()) {
            case "check" -> verb = Verb.CHECK;
            case "show" -> verb = Verb.SHOW;
            default -> {
                return Optional.empty();
            }
        }
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("--json")) {
                json = true;
            } else if (word.equals("--directory") && i + 1 < words.size()) {
                i++;
                directory = Optional.of(Path.of(words.get(i)));
            } else if (!word.startsWith("-") && file.isEmpty()) {
                file = Optional.of(Path.of(word));
            } else {
                return Optional.empty();
            }
        }
        boolean machines = json;
        Optional<Path> from = directory;
        return file.map(path -> new PolicyArguments(verb, path, from, machines));
    }
}
