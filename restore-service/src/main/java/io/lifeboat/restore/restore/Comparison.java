package io.lifeboat.restore.restore;

import io.lifeboat.backup.CollectionRecord;
import io.lifeboat.qdrant.digest.DigestSummary;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What was restored, judged by what had been recorded when it was backed up. Pure. */
public final class Comparison {
    private Comparison() {}

    /**
     * Why it is not what was recorded; empty if all that can be compared is equal.
     *
     * @param points counted exactly
     * @param digest of what is there, of the recorded digest's level; null where none was recorded
     * @param indexes the payload fields that are indexed
     */
    public static Optional<String> difference(
            CollectionRecord recorded, long points, @Nullable DigestSummary digest, Set<String> indexes) {
        if (!recorded.couldHold(points)) {
            return Optional.of("expected %s points, found %d".formatted(counts(recorded), points));
        }
        DigestSummary wanted = recorded.digest();
        if (wanted != null && digest != null && !wanted.sameContent(digest)) {
            return Optional.of("its content is not what was backed up: %d of 1024 buckets differ, the first is %s"
                    .formatted(wanted.differingBuckets(digest).size(), first(wanted.differingBuckets(digest))));
        }
        Set<String> missing = new TreeSet<>();
        recorded.payloadSchema().fieldNames().forEachRemaining(missing::add);
        missing.removeAll(indexes);
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("expected payload indexes of %s, which are missing".formatted(missing));
    }

    /** What could not be compared, for people; empty if nothing is left open. */
    public static Optional<String> leftOpen(CollectionRecord recorded) {
        if (recorded.pointsBefore() == CollectionRecord.UNKNOWN) {
            return Optional.of("nobody counted its points when it was backed up");
        }
        if (!recorded.settled()) {
            return Optional.of("it was written to while it was backed up: its count lies between two");
        }
        return recorded.digest() == null
                ? Optional.of("its content was not read when it was backed up")
                : Optional.empty();
    }

    private static String counts(CollectionRecord recorded) {
        return recorded.pointsBefore() == recorded.pointsAfter()
                ? String.valueOf(recorded.pointsBefore())
                : "%d to %d"
                        .formatted(
                                Math.min(recorded.pointsBefore(), recorded.pointsAfter()),
                                Math.max(recorded.pointsBefore(), recorded.pointsAfter()));
    }

    private static String first(List<Integer> buckets) {
        return buckets.isEmpty() ? "none" : String.valueOf(buckets.getFirst());
    }
}
