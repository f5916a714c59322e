package io.lifeboat.verifier.check;

import io.lifeboat.events.plan.Arguments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * When a payload schema is as recorded: each recorded index is there with its type and parameters. Further indexes, and
 * parameters that only one release of the server tells, do no harm.
 */
final class SchemaRule {
    private SchemaRule() {}

    static CheckResult judge(Map<String, Arguments> recorded, Map<String, Arguments> found) {
        List<String> wrong = new ArrayList<>();
        new TreeMap<>(recorded).forEach((field, index) -> difference(field, index, found.get(field), wrong));
        if (!wrong.isEmpty()) {
            return CheckResult.failed("%s", String.join(", ", wrong));
        }
        TreeSet<String> more = new TreeSet<>(found.keySet());
        more.removeAll(recorded.keySet());
        return CheckResult.passed(
                "%d indexes as recorded%s", recorded.size(), more.isEmpty() ? "" : ", also indexed: " + more);
    }

    private static void difference(String field, Arguments recorded, @Nullable Arguments found, List<String> wrong) {
        if (found == null) {
            wrong.add("%s has no index, recorded was %s".formatted(field, recorded.required("type")));
            return;
        }
        recorded.values().forEach((parameter, value) -> {
            if (!value.equals(found.values().get(parameter))) {
                wrong.add("%s has %s %s, recorded was %s"
                        .formatted(field, parameter, found.text(parameter).orElse("unset"), value));
            }
        });
    }
}
