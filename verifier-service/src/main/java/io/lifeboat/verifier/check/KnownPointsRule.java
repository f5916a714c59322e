package io.lifeboat.verifier.check;

import io.lifeboat.qdrant.point.PointId;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * When known points are right. In a collection that was not written to, each must be as it was. In any other some may have been
 * overwritten or deleted since; that most of them were is not believed.
 */
final class KnownPointsRule {
    private static final int EXAMPLES = 5;

    private KnownPointsRule() {}

    /** @param replaced share that may differ in a collection that was written to */
    static CheckResult judge(
            Map<String, String> recorded, Map<PointId, String> found, Written written, double replaced) {
        TreeSet<String> missing = new TreeSet<>();
        TreeSet<String> changed = new TreeSet<>();
        recorded.forEach((id, digest) -> {
            String now = found.get(PointId.parse(id));
            if (now == null) {
                missing.add(id);
            } else if (!now.equals(digest)) {
                changed.add(id);
            }
        });
        int wrong = missing.size() + changed.size();
        if (wrong == 0) {
            return CheckResult.passed("%d points as recorded", recorded.size());
        }
        String what = "of %d points %d are missing%s and %d changed%s"
                .formatted(recorded.size(), missing.size(), examples(missing), changed.size(), examples(changed));
        if (written.isUnwritten()) {
            return CheckResult.failed("%s, and it is unwritten since the baseline", what);
        }
        return wrong <= replaced * recorded.size()
                ? CheckResult.passed("%s, which writes since the baseline can explain", what)
                : CheckResult.notYet("%s, more than writes since the baseline are taken to explain", what);
    }

    private static String examples(Set<String> ids) {
        return ids.isEmpty() ? "" : " " + ids.stream().limit(EXAMPLES).toList();
    }
}
