package dev.surety.guardrail.proxy;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A chat completion that there is none of, in the words of the OpenAI protocol, so that its clients understand them.
 */
public final class ChatFailure extends Exception {
    private final int status;
    private final String code;
    private final @Nullable String param;

    /**
     * A failure.
     *
     * @param code for programs, for example {@code model_not_found}
     * @param param the member of the request that is at fault; null when none is
     */
    public ChatFailure(int status, String code, @Nullable String param, String message) {
        super(requireNonNull(message, "message"), null, false, false);
        this.status = status;
        this.code = requireNonNull(code, "code");
        this.param = param;
    }

    /** 400: a member of the request is not allowed. */
    public static ChatFailure invalid(String param, String message) {
        return new ChatFailure(400, "invalid_value", param, message);
    }

    /** What went wrong, in words. */
    public String message() {
        return requireNonNull(getMessage());
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public @Nullable String param() {
        return param;
    }

    /** The member {@code error} of the answer. */
    public ObjectNode error() {
        String type = status == 429
                ? "rate_limit_error"
                : status == 401 || status == 403
                        ? "authentication_error"
                        : status < 500 ? "invalid_request_error" : "server_error";
        return JsonNodeFactory.instance
                .objectNode()
                .put("message", message())
                .put("type", type)
                .put("param", param)
                .put("code", code);
    }
}
