package dev.surety.guardrail.policy;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Puts a policy and the resolved policies that it extends into one document, and refuses what loosens them. */
final class PolicyMerge {
    private static final String RULES = "/rules";
    private static final String DEFAULTS = "/defaults";
    private static final String ON_ERROR = "onError";

    private final PositionedYaml child;
    private final List<Parent> parents;
    private final RuleStrictness strictness;
    private final Diagnostics diagnostics;
    private final Collage collage;

    PolicyMerge(PositionedYaml child, List<Parent> parents, ConditionEngine engine, Diagnostics diagnostics) {
        this.child = child;
        this.parents = parents;
        this.strictness = new RuleStrictness(engine);
        this.diagnostics = diagnostics;
        this.collage = new Collage(child);
    }

    /** A policy that is extended, resolved. */
    record Parent(Pin pin, PositionedYaml document) {}

    /** Where something stands that a parent says. */
    private record Inherited(Parent parent, String pointer) {
        JsonNode node() {
            return parent.document().tree().at(pointer);
        }

        /** For the middle of a sentence. */
        String written() {
            return parent.pin() + " (" + parent.document().position(pointer) + ")";
        }

        Inherited member(String member) {
            return new Inherited(parent, pointer + member);
        }

        String onError() {
            return parent.document().tree().at(DEFAULTS + "/" + ON_ERROR).asText();
        }
    }

    PositionedYaml merge() {
        for (String member : List.of("apiVersion", "kind", "metadata")) {
            collage.put("", member, child, "/" + member);
        }
        for (Parent parent : parents) {
            if (!collage.document().tree().at("/metadata/languages").isArray()) {
                collage.put("/metadata", "languages", parent.document(), "/metadata/languages");
            }
        }
        defaults();
        checks();
        rules();
        audiences();
        new TemplatesMerge(child, parents, collage).merge();
        if (child.tree().has("tests")) {
            collage.put("", "tests", child, "/tests");
        }
        return collage.document();
    }

    /** The child's come first, and stand for a parent's of the same name. */
    private void audiences() {
        Set<String> names = new LinkedHashSet<>();
        Stream.concat(Stream.of(child), parents.stream().map(Parent::document)).forEach(document -> {
            JsonNode list = document.tree().path("audiences");
            for (int i = 0; i < list.size(); i++) {
                if (names.add(list.get(i).path("name").asText())) {
                    collage.add("/audiences", document, PositionedYaml.item("/audiences", i));
                }
            }
        });
    }

    private void defaults() {
        collage.place(DEFAULTS, child.position(DEFAULTS));
        Map<String, Inherited> inherited = new LinkedHashMap<>();
        for (Parent parent : parents) {
            parent.document().tree().path("defaults").fieldNames().forEachRemaining(name -> {
                Inherited theirs = new Inherited(parent, PositionedYaml.member(DEFAULTS, name));
                Inherited other = inherited.get(name);
                if (other == null || DefaultStrictness.holds(name, other.node(), theirs.node())) {
                    inherited.put(name, theirs);
                } else if (!DefaultStrictness.holds(name, theirs.node(), other.node())) {
                    conflict("defaults." + name, other, theirs);
                }
            });
        }
        inherited.forEach(
                (name, theirs) -> collage.put(DEFAULTS, name, theirs.parent().document(), theirs.pointer()));
        child.tree().path("defaults").properties().forEach(entry -> {
            String pointer = PositionedYaml.member(DEFAULTS, entry.getKey());
            // What the first parent leaves out it has by default, and that counts too.
            Inherited theirs = inherited.getOrDefault(entry.getKey(), new Inherited(parents.getFirst(), pointer));
            if (!DefaultStrictness.holds(entry.getKey(), theirs.node(), entry.getValue())) {
                refuse(child.position(pointer), "this default", "it asks for less: remove it, or ask for more", theirs);
            }
            collage.put(DEFAULTS, entry.getKey(), child, pointer);
        });
    }

    private void checks() {
        collage.place("/checks", child.position("/checks"));
        Map<String, Inherited> inherited = new LinkedHashMap<>();
        for (Parent parent : parents) {
            parent.document().tree().path("checks").fieldNames().forEachRemaining(name -> {
                Inherited theirs = new Inherited(parent, PositionedYaml.member("/checks", name));
                Inherited other = inherited.putIfAbsent(name, theirs);
                if (other != null && !other.node().equals(theirs.node())) {
                    conflict("check " + name, other, theirs);
                }
            });
        }
        inherited.forEach(
                (name, theirs) -> collage.put("/checks", name, theirs.parent().document(), theirs.pointer()));
        child.tree().path("checks").properties().forEach(entry -> {
            String pointer = PositionedYaml.member("/checks", entry.getKey());
            Inherited theirs = inherited.get(entry.getKey());
            if (theirs == null) {
                collage.put("/checks", entry.getKey(), child, pointer);
            } else {
                settings(pointer, entry.getValue(), theirs);
            }
        });
    }

    /**
     * Whether a setting tightens or loosens is the detector's own affair, so only what is released may change; a
     * profile that is stricter may always be chosen.
     */
    private void settings(String pointer, JsonNode mine, Inherited theirs) {
        JsonNode allowed = theirs.node().path("overridable");
        Set<String> released = new LinkedHashSet<>(Nodes.texts(allowed));
        mine.properties().forEach(setting -> {
            String member = PositionedYaml.member(pointer, setting.getKey());
            boolean same = setting.getValue().equals(theirs.node().path(setting.getKey()));
            if (same || allowed.asBoolean(false) || released.contains(setting.getKey())) {
                collage.put(pointer, setting.getKey(), child, member);
            } else if (setting.getKey().equals(Profile.MEMBER)) {
                profile(pointer, mine, theirs);
            } else {
                diagnostics.report(
                        child.keyPosition(member),
                        "this check is inherited from " + theirs.written() + ", which does not let '"
                                + setting.getKey() + "' change: give a check of your own another name (use: "
                                + theirs.node().path("use").asText("name@version") + ") and add rules for it");
            }
        });
    }

    private void profile(String pointer, JsonNode mine, Inherited theirs) {
        String member = PositionedYaml.member(pointer, Profile.MEMBER);
        Profile least = Profile.of(theirs.node());
        if (Profile.of(mine).compareTo(least) <= 0) {
            collage.put(pointer, Profile.MEMBER, child, member);
        } else {
            diagnostics.report(
                    child.keyPosition(member),
                    "this check is inherited from " + theirs.written()
                            + ", which does not let it be laxer: choose profile " + least.wireName()
                            + " or a stricter one");
        }
    }

    private void rules() {
        Map<String, Inherited> inherited = inheritedRules();
        Map<String, Integer> places = new HashMap<>();
        inherited.forEach((id, theirs) -> {
            places.put(id, places.size());
            collage.add(RULES, theirs.parent().document(), theirs.pointer());
        });
        collage.place(RULES, child.position(RULES));
        JsonNode list = child.tree().path("rules");
        for (int i = 0; i < list.size(); i++) {
            String pointer = PositionedYaml.item(RULES, i);
            String id = list.get(i).path("id").asText();
            Inherited theirs = inherited.get(id);
            if (theirs == null) {
                collage.add(RULES, child, pointer);
            } else {
                rule(PositionedYaml.item(RULES, requireNonNull(places.get(id))), pointer, list.get(i), theirs);
            }
        }
    }

    /** The parents' rules in their order; of one that two parents word differently, the stricter wording. */
    private Map<String, Inherited> inheritedRules() {
        Map<String, Inherited> inherited = new LinkedHashMap<>();
        for (Parent parent : parents) {
            JsonNode list = parent.document().tree().path("rules");
            for (int i = 0; i < list.size(); i++) {
                Inherited theirs = new Inherited(parent, PositionedYaml.item(RULES, i));
                String id = list.get(i).path("id").asText();
                Inherited other = inherited.get(id);
                if (other == null || loosenings(other, theirs).isEmpty()) {
                    inherited.put(id, theirs);
                } else if (!loosenings(theirs, other).isEmpty()) {
                    conflict(
                            "rule " + id,
                            other.member(loosenings(other, theirs).getFirst().member()),
                            theirs.member(loosenings(theirs, other).getFirst().member()));
                }
            }
        }
        return inherited;
    }

    private List<Loosening> loosenings(Inherited parent, Inherited other) {
        return strictness.between(parent.node(), parent.onError(), other.node(), other.onError());
    }

    private void rule(String target, String pointer, JsonNode mine, Inherited theirs) {
        mine.fieldNames().forEachRemaining(name -> {
            if (!name.equals("id")) {
                collage.put(target, name, child, PositionedYaml.member(pointer, name));
            }
        });
        JsonNode merged = collage.document().tree().at(target);
        for (Loosening loosening : strictness.between(theirs.node(), theirs.onError(), merged, onError())) {
            String member = pointer + loosening.member();
            Location location =
                    child.tree().at(member).isMissingNode() ? child.position(pointer + "/id") : child.position(member);
            refuse(location, "rule " + mine.path("id").asText(), loosening.what(), theirs.member(loosening.member()));
        }
    }

    private String onError() {
        return collage.document().tree().at(DEFAULTS + "/" + ON_ERROR).asText();
    }

    private void refuse(Location location, String what, String how, Inherited theirs) {
        diagnostics.report(
                location, what + " is looser than in " + theirs.written() + ", which does not let it: " + how);
    }

    private void conflict(String what, Inherited one, Inherited other) {
        diagnostics.report(
                child.position("/extends"),
                what + " is worded differently by " + one.parent().pin() + " ("
                        + one.parent().document().position(one.pointer()) + ") and "
                        + other.parent().pin() + " ("
                        + other.parent().document().position(other.pointer())
                        + "), and neither is the stricter one: extend only one of them");
    }
}
