package dev.surety.tlog.policy;

import dev.surety.tlog.TlogFormatException;
import dev.surety.tlog.note.VerifierKey;
import dev.surety.tlog.note.WitnessKey;
import dev.surety.tlog.text.StrictText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Reads one policy file, line by line (C2SP tlog-policy, "Policy file syntax and structure"). Octets above 0x7E are
 * opaque to the format, so the file is read as ISO 8859-1, which keeps each octet apart, and names are compared so.
 */
final class PolicyFile {
    static final int LONGEST_FILE = 64 * 1024;
    /** More than the 32 that every reader should accept, few enough that nobody keeps us busy. */
    static final int MOST_OF_A_KIND = 100;

    private static final String NONE = "none";

    private final List<TrustedLog> logs = new ArrayList<>();
    private final List<TrustedWitness> witnesses = new ArrayList<>();
    private final Map<String, Quorum> defined = new HashMap<>();
    private final Set<String> members = new HashSet<>();
    private int groups;
    private @Nullable Quorum quorum;

    TrustPolicy read(byte[] file) {
        if (file.length > LONGEST_FILE) {
            throw new TlogFormatException("a policy file has at most " + LONGEST_FILE + " bytes, not " + file.length);
        }
        String text = new String(file, StandardCharsets.ISO_8859_1);
        if (text.chars().anyMatch(c -> (c < ' ' && c != '\t' && c != '\n') || c == 0x7F)) {
            throw new TlogFormatException("a policy file has no control character but tabs and newlines");
        }
        if (!text.isEmpty() && !text.endsWith("\n")) {
            throw new TlogFormatException("each line of a policy file ends in a newline, the last one too");
        }
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            readLine(line, number);
        }
        if (quorum == null) {
            throw new TlogFormatException("a policy file has a line \"quorum <name>\"");
        }
        return new TrustPolicy(logs, witnesses, quorum);
    }

    private void readLine(String line, int number) {
        List<String> items = items(line);
        if (items.isEmpty() || items.getFirst().startsWith("#")) {
            return;
        }
        try {
            switch (items.getFirst()) {
                case "log" -> readLog(items);
                case "witness" -> readWitness(items);
                case "group" -> readGroup(items);
                case "quorum" -> readQuorum(items);
                default -> throw new TlogFormatException("a line starts with log, witness, group or quorum");
            }
        } catch (TlogFormatException e) {
            throw new TlogFormatException("line " + number + " of the policy: " + e.getMessage());
        }
    }

    private void readLog(List<String> items) {
        requireItems(items, 2, 3, "log <vkey> [<url>]");
        VerifierKey key = VerifierKey.parse(vkey(items.get(1)));
        requireRoom(logs.size(), "logs");
        if (logs.stream().anyMatch(log -> log.key().hasSameKeyAs(key))) {
            throw new TlogFormatException("another log has the same public key");
        }
        logs.add(new TrustedLog(key, url(items, 2)));
    }

    private void readWitness(List<String> items) {
        requireItems(items, 3, 4, "witness <name> <vkey> [<url>]");
        String name = items.get(1);
        WitnessKey key = WitnessKey.parse(vkey(items.get(2)));
        requireRoom(witnesses.size(), "witnesses");
        if (witnesses.stream().anyMatch(witness -> witness.key().hasSameKeyAs(key))) {
            throw new TlogFormatException("another witness has the same public key");
        }
        TrustedWitness witness = new TrustedWitness(text(name), key, url(items, 3));
        define(name, new Quorum.Witness(witness));
        witnesses.add(witness);
    }

    private void readGroup(List<String> items) {
        requireItems(items, 4, Integer.MAX_VALUE, "group <name> <k|any|all> <name>...");
        requireRoom(groups, "groups");
        groups++;
        List<Quorum> parts = new ArrayList<>();
        for (String member : items.subList(3, items.size())) {
            parts.add(named(member));
            if (!members.add(member)) {
                throw new TlogFormatException("\"" + text(member) + "\" is a member of a group already");
            }
        }
        define(items.get(1), new Quorum.Group(threshold(items.get(2), parts.size()), parts));
    }

    private static int threshold(String item, int size) {
        return switch (item) {
            case "any" -> 1;
            case "all" -> size;
            default -> {
                long k = StrictText.decimal(item, "the threshold of a group");
                if (k < 1 || k > size) {
                    throw new TlogFormatException("the threshold of this group is 1.." + size + ", not " + k);
                }
                yield (int) k;
            }
        };
    }

    private void readQuorum(List<String> items) {
        requireItems(items, 2, 2, "quorum <name|none>");
        if (quorum != null) {
            throw new TlogFormatException("a policy has one quorum, and a line before defines it");
        }
        quorum = items.get(1).equals(NONE) ? new Quorum.None() : named(items.get(1));
    }

    private void define(String name, Quorum meaning) {
        if (name.equals(NONE) || defined.putIfAbsent(name, meaning) != null) {
            throw new TlogFormatException("the name \"" + text(name) + "\" is taken");
        }
    }

    private Quorum named(String name) {
        Quorum meaning = defined.get(name);
        if (meaning == null) {
            throw new TlogFormatException("no line before defines \"" + text(name) + "\"");
        }
        return meaning;
    }

    private static void requireItems(List<String> items, int least, int most, String form) {
        if (items.size() < least || items.size() > most) {
            throw new TlogFormatException("the line has the form \"" + form + "\"");
        }
    }

    private static void requireRoom(int present, String what) {
        if (present >= MOST_OF_A_KIND) {
            throw new TlogFormatException("a policy has at most " + MOST_OF_A_KIND + " " + what);
        }
    }

    private static Optional<String> url(List<String> items, int position) {
        return items.size() > position ? Optional.of(text(items.get(position))) : Optional.empty();
    }

    /** The only white space of the format is space and tab; JDK methods know more kinds. */
    private static List<String> items(String line) {
        StringTokenizer tokens = new StringTokenizer(line, " \t");
        List<String> items = new ArrayList<>();
        while (tokens.hasMoreTokens()) {
            items.add(tokens.nextToken());
        }
        return items;
    }

    private static String vkey(String octets) {
        return StrictText.utf8(octets.getBytes(StandardCharsets.ISO_8859_1), "a verifier key");
    }

    /** What people read; octets that are no UTF-8 are replaced, which is harmless where nothing is looked up by it. */
    private static String text(String octets) {
        return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
