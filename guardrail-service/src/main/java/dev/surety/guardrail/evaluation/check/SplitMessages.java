package dev.surety.guardrail.evaluation.check;

import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Message;
import dev.surety.guardrail.evaluation.NamedText;
import dev.surety.guardrail.evaluation.check.phrase.PhraseHit;
import dev.surety.guardrail.evaluation.check.phrase.PhraseRules;
import dev.surety.guardrail.evaluation.check.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The customer's last few messages read as one text, whatever the bot said between them, to find phrases that are split
 * over messages. Only phrases that end in what the customer wrote since the bot last spoke count, because everything
 * earlier has had its own decision.
 */
final class SplitMessages {
    private static final int MOST_MESSAGES = 6;
    private static final int LONGEST_TEXT = 4_000;

    private final List<Piece> pieces;
    private final String text;

    private SplitMessages(List<Piece> pieces, String text) {
        this.pieces = pieces;
        this.text = text;
    }

    /** A message and where it begins and ends in the whole. */
    private record Piece(String path, int start, int end, boolean latest) {}

    /** The last messages as one text; empty when there is only one. */
    static Optional<SplitMessages> of(Exchange exchange) {
        List<String> latest =
                exchange.latestCustomerTexts().stream().map(NamedText::path).toList();
        List<NamedText> messages = new ArrayList<>();
        int length = 0;
        for (int i = exchange.messages().size() - 1; i >= 0 && messages.size() < MOST_MESSAGES; i--) {
            Message message = exchange.messages().get(i);
            if (message.role() == Message.Role.USER) {
                length += message.content().length();
                if (length > LONGEST_TEXT) {
                    break;
                }
                messages.addFirst(new NamedText("messages[" + i + "].content", message.content()));
            }
        }
        return messages.size() < 2 ? Optional.empty() : Optional.of(joined(messages, latest));
    }

    private static SplitMessages joined(List<NamedText> messages, List<String> latest) {
        StringBuilder text = new StringBuilder();
        List<Piece> pieces = new ArrayList<>();
        for (NamedText message : messages) {
            int start = text.length();
            text.append(message.content()).append(' ');
            pieces.add(new Piece(message.path(), start, text.length() - 1, latest.contains(message.path())));
        }
        return new SplitMessages(List.copyOf(pieces), text.toString());
    }

    /** The hits that cross from one message into another, cut at the messages' ends, by path. */
    Map<String, List<PhraseHit>> match(PhraseRules rules) {
        Map<String, List<PhraseHit>> hits = new LinkedHashMap<>();
        for (PhraseHit hit : rules.match(Words.of(text))) {
            List<Piece> touched = pieces.stream()
                    .filter(piece -> piece.start() < hit.end() && hit.start() < piece.end())
                    .toList();
            if (touched.size() > 1 && touched.getLast().latest()) {
                touched.stream()
                        .filter(Piece::latest)
                        .forEach(piece -> hits.computeIfAbsent(piece.path(), path -> new ArrayList<>())
                                .add(within(piece, hit)));
            }
        }
        return hits;
    }

    private static PhraseHit within(Piece piece, PhraseHit hit) {
        return new PhraseHit(
                hit.category(),
                hit.rule(),
                hit.scorePerMille(),
                Math.max(hit.start(), piece.start()) - piece.start(),
                Math.min(hit.end(), piece.end()) - piece.start());
    }
}
