package dev.surety.guardrail.policy.cel;

import dev.surety.guardrail.policy.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.projectnessie.cel.Ast;
import org.projectnessie.cel.CEL;
import org.projectnessie.cel.relocated.com.google.api.expr.v1alpha1.CheckedExpr;
import org.projectnessie.cel.relocated.com.google.api.expr.v1alpha1.Reference;

/** Reads from a checked expression which variables it asks for, in the order of its text. */
final class CelInputs {
    private CelInputs() {}

    static List<String> of(Ast ast, Vocabulary vocabulary) {
        CheckedExpr checked = CEL.astToCheckedExpr(ast);
        Map<Long, Integer> offsets = checked.getSourceInfo().getPositionsMap();
        // By offset, then by node: macros put several nodes at one offset.
        TreeMap<Long, String> inOrder = new TreeMap<>();
        for (Map.Entry<Long, Reference> reference : checked.getReferenceMapMap().entrySet()) {
            String name = reference.getValue().getName();
            if (vocabulary.names().contains(name)) {
                long offset = offsets.getOrDefault(reference.getKey(), 0);
                inOrder.put(offset * 1_000_000 + reference.getKey(), name);
            }
        }
        return inOrder.values().stream().distinct().toList();
    }
}
