package dev.surety.audit.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.audit.disclosure.Disclosure;
import dev.surety.audit.disclosure.FieldGroup;
import dev.surety.audit.disclosure.KeyHolder;
import dev.surety.audit.disclosure.KeyRing;
import dev.surety.audit.disclosure.Participants;
import dev.surety.audit.disclosure.SealedPayload;
import dev.surety.audit.disclosure.Sealing;
import dev.surety.audit.ingest.EntryComposer;
import dev.surety.audit.ingest.Facts;
import dev.surety.audit.ingest.IngestService;
import dev.surety.audit.ingest.Received;
import dev.surety.audit.ledger.EventKey;
import dev.surety.audit.ledger.LogWriter;
import dev.surety.audit.ledger.RollbackGuard;
import dev.surety.audit.ledger.Source;
import dev.surety.audit.query.OpenedEntry.Seal;
import dev.surety.audit.testing.InMemoryKeys;
import dev.surety.audit.testing.InMemoryLog;
import dev.surety.kit.time.Identifiers;
import dev.surety.tlog.note.SignerKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EntryOpenerTest {
    private static final Source.Stream STREAM = new Source.Stream("surety.cases.v1", 0);

    private final InMemoryKeys keys = new InMemoryKeys();
    private final InMemoryLog log = new InMemoryLog(keys);
    private final Sealing sealing = new Sealing(new SecureRandom());
    private final EntryOpener opener = new EntryOpener(log, keys, keys, sealing);

    /** A reply: the customer's key seals what was said, the agent's key who said it. */
    @BeforeEach
    void logAReply() {
        SecureRandom random = new SecureRandom();
        Identifiers identifiers = new Identifiers();
        RollbackGuard guard = new RollbackGuard(
                log, SignerKey.generate(InMemoryLog.ORIGIN, random).verifierKey(), log);
        IngestService ingest = new IngestService(
                new LogWriter(log, log, guard, new LogWriter.Tenancy("w", Duration.ofSeconds(5)), Clock.systemUTC()),
                log,
                new KeyRing(keys, keys, random, identifiers::next, Clock.systemUTC()),
                new EntryComposer(InMemoryLog.ORIGIN, sealing, random),
                Clock.systemUTC());
        assertThat(ingest.begin()).isTrue();
        var _ = ingest.ingest(
                List.of(new Received.Event(
                        new Source(STREAM, 0),
                        new EventKey("acme", UUID.randomUUID()),
                        "dev.surety.reply.sent.v1",
                        Instant.parse("2026-11-02T09:30:00Z"),
                        new Participants("acme", "customer-1", "conv-1", "agent-1"),
                        Facts.NONE,
                        List.of(
                                new Received.Part(FieldGroup.MESSAGE, "{\"content\":\"Sorry.\"}".getBytes(UTF_8)),
                                new Received.Part(FieldGroup.AGENT, "{\"agent\":\"agent-1\"}".getBytes(UTF_8))),
                        new byte[] {1})),
                Map.of(STREAM, 1L));
    }

    @Test
    void opensWhatIsSealedUnderSeveralKeys() {
        OpenedEntry opened = open();

        assertThat(opened.seal()).isEqualTo(Seal.INTACT);
        assertThat(opened.disclosures())
                .extracting(Disclosure::group)
                .containsExactlyInAnyOrder(FieldGroup.MESSAGE, FieldGroup.AGENT);
    }

    @Test
    void opensTheRestWhenOnePersonsKeyIsDestroyed() {
        keys.shred(payload(KeyHolder.CUSTOMER).keyId());

        OpenedEntry opened = open();

        assertThat(opened.seal()).isEqualTo(Seal.ERASED);
        assertThat(opened.disclosures()).extracting(Disclosure::group).containsExactly(FieldGroup.AGENT);
    }

    @Test
    void tellsThatAPayloadIsGone() {
        log.payloads.remove(payload(KeyHolder.AGENT));

        OpenedEntry opened = open();

        assertThat(opened.seal()).isEqualTo(Seal.ERASED);
        assertThat(opened.disclosures()).extracting(Disclosure::group).containsExactly(FieldGroup.MESSAGE);
    }

    @Test
    void tellsThatAPayloadWasChangedAndShowsNothingOfIt() {
        SealedPayload payload = payload(KeyHolder.CUSTOMER);
        byte[] changed = payload.ciphertext().clone();
        changed[20] ^= 1;
        log.payloads.set(log.payloads.indexOf(payload), new SealedPayload(payload.place(), payload.keyId(), changed));

        OpenedEntry opened = open();

        assertThat(opened.seal()).isEqualTo(Seal.DAMAGED);
        assertThat(opened.disclosures()).extracting(Disclosure::group).containsExactly(FieldGroup.AGENT);
    }

    @Test
    void doesNotTakeAnotherSealedTextForTheOneThatWasLogged() {
        // Given a payload that opens with the right key at the right place, but says something else
        SealedPayload payload = payload(KeyHolder.CUSTOMER);
        Disclosure forged = Disclosure.of(
                FieldGroup.MESSAGE, "{\"content\":\"Your claim is granted.\"}".getBytes(UTF_8), new byte[16], 0);
        log.payloads.set(
                log.payloads.indexOf(payload),
                sealing.seal(
                        List.of(forged),
                        keys.unwrap(keys.byIds(List.of(payload.keyId())).get(payload.keyId())),
                        payload.place()));

        OpenedEntry opened = open();

        assertThat(opened.seal()).isEqualTo(Seal.DAMAGED);
        assertThat(opened.disclosures()).extracting(Disclosure::group).containsExactly(FieldGroup.AGENT);
    }

    private OpenedEntry open() {
        return opener.open(log.entries).getFirst();
    }

    private SealedPayload payload(KeyHolder holder) {
        return log.payloads.stream()
                .filter(payload -> payload.place().holder() == holder)
                .findFirst()
                .orElseThrow();
    }
}
