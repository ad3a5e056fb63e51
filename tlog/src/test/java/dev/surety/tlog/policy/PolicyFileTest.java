package dev.surety.tlog.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surety.tlog.TlogFormatException;
import dev.surety.tlog.note.SignerKey;
import dev.surety.tlog.note.WitnessSignerKey;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFileTest {
    private static final String LOG =
            SignerKey.of("example.com/log", seed(0)).verifierKey().toString();
    private static final String ALICE = witness("alice", 1);
    private static final String BOB = witness("bob", 2);

    @Test
    void commentsAndWhiteSpaceDoNotMatter() {
        TrustPolicy plain = parse("log L u\nwitness a A\nwitness b B\ngroup g 1 a b\nquorum g\n");

        assertThat(parse("""
                # comment
                \t # another
                \s
                witness\ta \t A
                 log L\tu\s
                witness b B\t

                group g 1  a b
                quorum g
                # end
                """)).isEqualTo(plain);
    }

    @Test
    void anyAndAllAreThresholds() {
        assertThat(parse("witness a A\nwitness b B\ngroup g any a b\nquorum g\n"))
                .isEqualTo(parse("witness a A\nwitness b B\ngroup g 1 a b\nquorum g\n"));
        assertThat(parse("witness a A\nwitness b B\ngroup g all a b\nquorum g\n"))
                .isEqualTo(parse("witness a A\nwitness b B\ngroup g 2 a b\nquorum g\n"));
    }

    @Test
    void groupsMayFollowTheQuorumAndWordsOfTheFormatAreNames() {
        assertThat(parse("witness all A\nquorum all\nwitness log B\ngroup any any all log\n")
                        .quorum())
                .hasToString("all");
    }

    @Test
    void namesAreOctetsAndNotText() {
        byte[] file = ("witness \u00e9 " + ALICE + "\nwitness \u00e8 " + BOB
                        + "\ngroup \u00fc 1 \u00e9 \u00e8\nquorum \u00fc\n")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(TrustPolicy.parse(file).witnesses()).hasSize(2);
        assertThat(parse("witness \u212a A\nwitness K B\nquorum K\n").witnesses())
                .extracting(TrustedWitness::name)
                .containsExactly("\u212a", "K");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
                '' => a policy file has a line "quorum <name>"
                'quorum none' => each line of a policy file ends in a newline, the last one too
                'quorum none\\r\\n' => a policy file has no control character but tabs and newlines
                'quorum none\\nquorum none\\n' => line 2 of the policy: a policy has one quorum, and a line before defines it
                'quorum\\n' => line 1 of the policy: the line has the form "quorum <name|none>"
                'quorum none none\\n' => line 1 of the policy: the line has the form "quorum <name|none>"
                'quorum a\\nwitness a A\\n' => line 1 of the policy: no line before defines "a"
                'Quorum none\\n' => line 1 of the policy: a line starts with log, witness, group or quorum
                'log L\\nlog L\\nquorum none\\n' => line 2 of the policy: another log has the same public key
                'log L u u\\nquorum none\\n' => line 1 of the policy: the line has the form "log <vkey> [<url>]"
                'log A\\nquorum none\\n' => line 1 of the policy: the verifier key is no Ed25519 key (type 0x01 and 32 bytes)
                'witness a L\\nquorum none\\n' => line 1 of the policy: the verifier key is no Ed25519 key (type 0x04 and 32 bytes)
                'witness a A\\nwitness b A\\nquorum none\\n' => line 2 of the policy: another witness has the same public key
                'witness a A\\nwitness b O\\nquorum none\\n' => line 2 of the policy: another witness has the same public key
                'witness a A\\nwitness a B\\nquorum none\\n' => line 2 of the policy: the name "a" is taken
                'witness none A\\nquorum none\\n' => line 1 of the policy: the name "none" is taken
                'witness a A u u\\nquorum none\\n' => line 1 of the policy: the line has the form "witness <name> <vkey> [<url>]"
                'witness a A\\ngroup a 1 a\\nquorum a\\n' => line 2 of the policy: the name "a" is taken
                'witness a A\\ngroup g 1 a a\\nquorum g\\n' => line 2 of the policy: "a" is a member of a group already
                'witness a A\\ngroup g 1 a\\ngroup h 1 a\\nquorum g\\n' => line 3 of the policy: "a" is a member of a group already
                'witness a A\\ngroup g 0 a\\nquorum g\\n' => line 2 of the policy: the threshold of this group is 1..1, not 0
                'witness a A\\ngroup g 2 a\\nquorum g\\n' => line 2 of the policy: the threshold of this group is 1..1, not 2
                'witness a A\\ngroup g 01 a\\nquorum g\\n' => line 2 of the policy: the threshold of a group is not a decimal number without leading zeros
                'witness a A\\ngroup g some a\\nquorum g\\n' => line 2 of the policy: the threshold of a group is not a decimal number without leading zeros
                'group g any\\nquorum g\\n' => line 1 of the policy: the line has the form "group <name> <k|any|all> <name>..."
                'group g any none\\nquorum g\\n' => line 1 of the policy: no line before defines "none"
                'group g any g\\nquorum g\\n' => line 1 of the policy: no line before defines "g"
                'witness a A\\nquorum b\\n' => line 2 of the policy: no line before defines "b"
                """)
    void whatIsNoPolicyIsRefusedAndTheLineNamed(String file, String message) {
        String text = file.replace("\\n", "\n").replace("\\r", "\r");

        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(TlogFormatException.class)
                .hasMessage(message);
    }

    @Test
    void aHundredOfAKindAreReadAndNoMore() {
        StringBuilder file = new StringBuilder();
        for (int i = 1; i <= PolicyFile.MOST_OF_A_KIND; i++) {
            file.append("witness w")
                    .append(i)
                    .append(' ')
                    .append(witness("w" + i, i))
                    .append('\n');
            file.append("group g")
                    .append(i)
                    .append(" any w")
                    .append(i)
                    .append(i == 1 ? "" : " g" + (i - 1))
                    .append('\n');
        }
        String full = file.append("quorum g100\n").toString();

        assertThat(parse(full).quorum().witnesses()).hasSize(100);
        assertThatThrownBy(() -> parse(full + "witness more " + witness("more", 101) + "\n"))
                .hasMessageEndingWith("a policy has at most 100 witnesses");
        assertThatThrownBy(() -> parse(full + "group more any g100\n"))
                .hasMessageEndingWith("a policy has at most 100 groups");
        assertThatThrownBy(() -> TrustPolicy.parse(new byte[PolicyFile.LONGEST_FILE + 1]))
                .isInstanceOf(TlogFormatException.class);
    }

    /** Single letters stand for keys: L a log's, A and B witnesses', O is A's key under another name. */
    private static TrustPolicy parse(String file) {
        String keys = (" " + file)
                .replaceAll("(?<=[ \\t])L(?=[ \\t\\n])", LOG)
                .replaceAll("(?<=[ \\t])A(?=[ \\t\\n])", ALICE)
                .replaceAll("(?<=[ \\t])B(?=[ \\t\\n])", BOB)
                .replaceAll("(?<=[ \\t])O(?=[ \\t\\n])", witness("otto", 1));
        return TrustPolicy.parse(keys.substring(1).getBytes(StandardCharsets.UTF_8));
    }

    private static String witness(String name, int first) {
        return WitnessSignerKey.of("witness.example/" + name, seed(first))
                .witnessKey()
                .toString();
    }

    private static byte[] seed(int first) {
        byte[] seed = new byte[32];
        seed[0] = (byte) first;
        return seed;
    }
}
