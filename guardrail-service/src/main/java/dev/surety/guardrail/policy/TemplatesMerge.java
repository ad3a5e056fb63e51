package dev.surety.guardrail.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the {@code templates} sections of a policy and its parents together: all sets, the child's last, and the texts
 * of the policies themselves, of which the child's take the place of its parents'.
 */
final class TemplatesMerge {
    private static final String TEMPLATES = "/templates";
    private static final String USE = TEMPLATES + "/use";

    private final PositionedYaml child;
    private final List<PolicyMerge.Parent> parents;
    private final Collage collage;

    TemplatesMerge(PositionedYaml child, List<PolicyMerge.Parent> parents, Collage collage) {
        this.child = child;
        this.parents = parents;
        this.collage = collage;
    }

    void merge() {
        collage.place(TEMPLATES, child.position(TEMPLATES));
        Map<String, Runnable> sets = new LinkedHashMap<>();
        for (PolicyMerge.Parent parent : parents) {
            sets(parent.document(), sets);
            texts(parent.document());
        }
        sets(child, sets);
        texts(child);
        sets.values().forEach(Runnable::run);
    }

    private void sets(PositionedYaml document, Map<String, Runnable> sets) {
        String pointer = document.tree().at(TEMPLATES).isArray() ? TEMPLATES : USE;
        JsonNode list = document.tree().at(pointer);
        for (int i = 0; i < list.size(); i++) {
            String item = PositionedYaml.item(pointer, i);
            sets.putIfAbsent(list.get(i).asText(), () -> collage.add(USE, document, item));
        }
    }

    private void texts(PositionedYaml document) {
        document.tree().at(TEMPLATES).properties().forEach(section -> {
            if (section.getValue().isObject()) {
                String pointer = PositionedYaml.member(TEMPLATES, section.getKey());
                section.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                name -> collage.put(pointer, name, document, PositionedYaml.member(pointer, name)));
            }
        });
    }
}
