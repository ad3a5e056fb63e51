package dev.surety.guardrail.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PseudonymServiceTest {
    private static final PseudonymKey KEY = new PseudonymKey(new byte[PseudonymKey.LENGTH]);
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final List<RevealPublisher.Reveal> recorded = new ArrayList<>();
    private final PseudonymService service = service(KEY, recorded::add);

    @Test
    void recordsWhoRestoredWhat() throws Exception {
        String box = KEY.of("acme", "c-1").seal(List.of(new Pseudonym("[IBAN 2K7QF]", "DE89")));

        Optional<Restoration> restored = service.reveal("acme", "c-1", "carla", "To [IBAN 2K7QF].", List.of(box));

        assertThat(restored).contains(new Restoration("To DE89.", 1));
        assertThat(recorded).containsExactly(new RevealPublisher.Reveal("acme", "c-1", "carla", 1, NOW));
    }

    @Test
    void revealsAndRecordsNothingForAnotherTenant() throws Exception {
        String box = KEY.of("acme", "c-1").seal(List.of(new Pseudonym("[IBAN 2K7QF]", "DE89")));

        assertThat(service.reveal("globex", "c-1", "carla", "To [IBAN 2K7QF].", List.of(box)))
                .isEmpty();
        assertThat(recorded).isEmpty();
    }

    @Test
    void revealsNothingThatIsNotRecorded() {
        PseudonymService unrecorded = service(KEY, _ -> {
            throw new RevealNotRecordedException(new IllegalStateException("no broker"));
        });
        String box = KEY.of("acme", "c-1").seal(List.of(new Pseudonym("[IBAN 2K7QF]", "DE89")));

        assertThatThrownBy(() -> unrecorded.reveal("acme", "c-1", "carla", "[IBAN 2K7QF]", List.of(box)))
                .isInstanceOf(RevealNotRecordedException.class);
    }

    @Test
    void theSpacingOfAValueMakesNoDifference() {
        ConversationPseudonyms own = KEY.of("acme", "c-1");

        assertThat(own.code("pii.iban", "DE89 3704 0044")).isEqualTo(own.code("pii.iban", "de８９-37040044"));
        assertThat(own.code("pii.iban", "DE89 3704 0044")).isNotEqualTo(own.code("pii.iban", "DE89 3704 0045"));
    }

    @Test
    void hasNoPseudonymsWithoutAKey() throws Exception {
        PseudonymService without =
                new PseudonymService(Optional::empty, recorded::add, Clock.fixed(NOW, ZoneOffset.UTC));

        assertThat(without.of("acme", "c-1")).isEmpty();
        assertThat(without.reveal("acme", "c-1", "carla", "text", List.of("box")))
                .isEmpty();
    }

    @Test
    void neverShowsAValueInALog() {
        assertThat(new Pseudonym("[IBAN 2K7QF]", "DE89")).hasToString("[IBAN 2K7QF]");
    }

    private static PseudonymService service(PseudonymKey key, RevealPublisher publisher) {
        return new PseudonymService(() -> Optional.of(key), publisher, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
