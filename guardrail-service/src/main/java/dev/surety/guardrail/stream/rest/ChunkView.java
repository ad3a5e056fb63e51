package dev.surety.guardrail.stream.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.surety.guardrail.decision.rest.EvaluationView;
import dev.surety.guardrail.stream.NumberedStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a piece changed. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What the customer may read now: take retract characters back, then put text behind.")
public record ChunkView(
        int seq,

        @Schema(description = "How many characters to take back; 0 except in mode optimistic.")
        int retract,

        @Schema(description = "What may be shown now.") String text,

        @Schema(description = "How many characters of the bot's text stand behind what is shown.")
        int releaseUpto,

        @Schema(description = "The edits in all that was released, in UTF-16 code units of the bot's text.")
        List<EvaluationView.EditView> edits,

        @Schema(description = "The action, once it is decided; the stream has ended then.") @Nullable
        String action,

        @Nullable EvaluationView decision) {
    static ChunkView of(int seq, NumberedStream.Taken taken) {
        var evaluation = taken.evaluation();
        return new ChunkView(
                seq,
                taken.release().retract(),
                taken.release().text(),
                taken.releasedUpTo(),
                taken.edits().stream().map(EvaluationView.EditView::of).toList(),
                evaluation == null ? null : evaluation.decision().action().wireName(),
                evaluation == null ? null : EvaluationView.of(evaluation));
    }
}
