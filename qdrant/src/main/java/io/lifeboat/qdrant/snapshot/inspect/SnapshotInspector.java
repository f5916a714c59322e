package io.lifeboat.qdrant.snapshot.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

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
        ArchiveReader.compare(inspection, expected.points(), findings);
        List<Finding> all = findings.list();
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
                all);
    }

    private static void compare(long bytes, String sha256, Expected expected, Findings findings) {
        if (expected.bytes().isPresent() && expected.bytes().getAsLong() != bytes) {
            findings.damaged("", bytes, expected.bytes().getAsLong() + " bytes, as was recorded", bytes + " bytes");
        }
        expected.sha256()
                .filter(recorded -> !recorded.equals(sha256))
                .ifPresent(recorded -> findings.damaged("", 0, "SHA-256 " + recorded + ", as was recorded", sha256));
    }
}
