package io.lifeboat.lab.supervisor;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which process waits for which. Pure. */
final class StartOrder {

    private StartOrder() {}

    /** @throws IllegalArgumentException if a name is taken twice, a dependency is unknown, or some wait for each other */
    static void check(List<ProcessSpec> specs) {
        Set<String> names = new HashSet<>();
        for (ProcessSpec spec : specs) {
            if (!names.add(spec.name())) {
                throw new IllegalArgumentException("processes: expected unique names, found " + spec.name() + " twice");
            }
        }
        Map<String, ProcessSpec> byName =
                specs.stream().collect(Collectors.toMap(ProcessSpec::name, Function.identity()));
        for (ProcessSpec spec : specs) {
            walk(spec, byName, Set.of());
        }
    }

    private static void walk(ProcessSpec spec, Map<String, ProcessSpec> byName, Set<String> above) {
        if (above.contains(spec.name())) {
            throw new IllegalArgumentException(
                    "dependsOn: expected no cycle, but " + spec.name() + " waits for itself");
        }
        Set<String> path = new HashSet<>(above);
        path.add(spec.name());
        for (String dependency : spec.dependsOn()) {
            ProcessSpec next = byName.get(dependency);
            if (next == null) {
                throw new IllegalArgumentException(
                        "dependsOn: expected a process, but " + spec.name() + " waits for unknown " + dependency);
            }
            walk(next, byName, path);
        }
    }
}
