package dev.surety.tlog.policy;

import dev.surety.tlog.note.WitnessKey;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which witnesses are enough. What the members of a group are was defined before the group, so a quorum never contains
 * itself, and no name is a member twice, so each witness counts once.
 */
public sealed interface Quorum {

    /** Whether cosignatures by these keys are enough. */
    boolean isMetBy(Set<WitnessKey> cosigners);

    /** The witnesses that may contribute, in the order of the policy. */
    List<TrustedWitness> witnesses();

    /** No witness is needed. */
    record None() implements Quorum {
        @Override
        public boolean isMetBy(Set<WitnessKey> cosigners) {
            return true;
        }

        @Override
        public List<TrustedWitness> witnesses() {
            return List.of();
        }

        @Override
        public String toString() {
            return "none";
        }
    }

    /** This one witness is needed. */
    record Witness(TrustedWitness witness) implements Quorum {
        public Witness {
            Objects.requireNonNull(witness, "witness");
        }

        @Override
        public boolean isMetBy(Set<WitnessKey> cosigners) {
            return cosigners.contains(witness.key());
        }

        @Override
        public List<TrustedWitness> witnesses() {
            return List.of(witness);
        }

        @Override
        public String toString() {
            return witness.name();
        }
    }

    /** At least {@code threshold} of the members are needed. */
    record Group(int threshold, List<Quorum> members) implements Quorum {
        public Group {
            members = List.copyOf(members);
            if (threshold < 1 || threshold > members.size()) {
                throw new IllegalArgumentException(
                        "the threshold is " + threshold + ": 1.." + members.size() + " was expected");
            }
        }

        @Override
        public boolean isMetBy(Set<WitnessKey> cosigners) {
            return members.stream().filter(member -> member.isMetBy(cosigners)).count() >= threshold;
        }

        @Override
        public List<TrustedWitness> witnesses() {
            return members.stream()
                    .flatMap(member -> member.witnesses().stream())
                    .toList();
        }

        @Override
        public String toString() {
            return members.stream().map(Quorum::toString).collect(Collectors.joining(", ", threshold + " of (", ")"));
        }
    }
}
