package dev.surety.guardrail.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a channel asks of the texts that are read on it.
 *
 * @param longest the most characters of one text
 * @param own the kinds of template that have to have a text of their own there
 */
record ChannelForm(int longest, Set<TemplateKind> own) {
    ChannelForm {
        own = Set.copyOf(own);
    }

    /** The channels below a section, by name. */
    static Map<String, ChannelForm> read(JsonNode channels) {
        Map<String, ChannelForm> forms = new HashMap<>();
        channels.properties().forEach(channel -> {
            Set<TemplateKind> own = new HashSet<>();
            for (TemplateKind kind : TemplateKind.values()) {
                if (Nodes.texts(channel.getValue().path("own")).contains(kind.section())) {
                    own.add(kind);
                }
            }
            forms.put(
                    channel.getKey(),
                    new ChannelForm(channel.getValue().path("longest").asInt(Integer.MAX_VALUE), own));
        });
        return forms;
    }
}
