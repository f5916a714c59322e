package io.lifeboat.qdrant.snapshot.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/**
 * Tells what a snapshot file holds and what is wrong with it, in one reading and in constant memory, whatever the file is. What a
 * server alone can tell (whether graphs are sound, whether vectors and payloads are right) it does not. Formats: snapshots of Qdrant
 * 1.4 to 1.19. Thread-safe: it has no state.
 */
public final class SnapshotInspector {
    private SnapshotInspector() {}

    /**
     * Reads all bytes.
     *
     * @param name for the report
     * @throws SourceFailed if the bytes could not be had; whatever is wrong with them is a finding
     */
    public static Inspection inspect(String name, InputStream in, Expected expected) throws IOException {
        Source source = new Source(in);
        Findings findings = new Findings();
        Inspection inspection = new ArchiveReader(name, "", findings).read(source);
        String sha256 = source.sha256();
        compare(source.bytes(), sha256, expected, findings);
        comparePoints(inspection, expected.points(), findings);
        return new Inspection(
                name,
                inspection.kind(),
                source.bytes(),
                sha256,
                inspection.config(),
                inspection.payloadIndex(),
                inspection.shards(),
                inspection.collections(),
                inspection.aliases(),
                findings.list());
    }

    private static void compare(long bytes, String sha256, Expected expected, Findings findings) {
        if (expected.bytes().isPresent() && expected.bytes().getAsLong() != bytes) {
            findings.damaged("", bytes, expected.bytes().getAsLong() + " bytes, as was recorded", bytes + " bytes");
        }
        expected.sha256()
                .filter(recorded -> !recorded.equals(sha256))
                .ifPresent(recorded -> findings.damaged("", 0, "SHA-256 " + recorded + ", as was recorded", sha256));
    }

    /** Ids and log entries against what was recorded, where that was. */
    private static void comparePoints(Inspection inspection, OptionalLong recorded, Findings findings) {
        if (recorded.isEmpty() || inspection.points().isEmpty()) {
            return;
        }
        long points = inspection.points().getAsLong();
        if (points < recorded.getAsLong()) {
            String expected = recorded.getAsLong() + " points, as was recorded";
            if (inspection.walEntries() == 0) {
                findings.damaged("", 0, expected, points + " ids and no log that could bring more");
            } else {
                findings.note(
                        "", 0, expected, points + " ids, and a log of %d entries".formatted(inspection.walEntries()));
            }
        }
    }
}
