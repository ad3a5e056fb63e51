package dev.surety.guardrail.proxy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.surety.guardrail.proxy.upstream.UpstreamAnswer;
import java.io.IOException;

/** Where the pieces of a streamed completion go. It also knows whether somebody is still there to read them. */
public interface ChatSink extends UpstreamAnswer.Waiting {
    /**
     * Sends one piece.
     *
     * @throws IOException when nobody reads it any more
     */
    void send(ObjectNode chunk) throws IOException;

    /**
     * Says that the stream is complete.
     *
     * @throws IOException when nobody reads it any more
     */
    void done() throws IOException;
}
