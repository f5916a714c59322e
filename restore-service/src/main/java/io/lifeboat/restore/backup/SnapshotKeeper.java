package io.lifeboat.restore.backup;

import io.lifeboat.backup.KeptFile;
import io.lifeboat.backup.seal.SealKey;
import io.lifeboat.backup.store.BackupStore;
import io.lifeboat.backup.store.Writing;
import io.lifeboat.qdrant.snapshot.inspect.Expected;
import io.lifeboat.qdrant.snapshot.inspect.Finding;
import io.lifeboat.qdrant.snapshot.inspect.InspectedStream;
import io.lifeboat.qdrant.snapshot.inspect.Inspection;
import io.lifeboat.qdrant.snapshot.inspect.SnapshotKind;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Writes snapshots into one folder of a store: summed, sealed where there is a key, and inspected on the way. What is damaged or did
 * not come whole is not kept.
 */
record SnapshotKeeper(
        BackupStore store,
        String folder,
        @Nullable String keyReference,
        @Nullable SealKey key) {

    /** Brings the bytes, all of them, or throws. */
    @FunctionalInterface
    interface Sender {
        /** @param to counts what it has had */
        void send(Receiving to) throws InterruptedException, IOException, NotKept;
    }

    /** Where the bytes go. */
    record Receiving(Keeping keeping, InspectedStream inspected) {
        void receive(byte[] buffer, int offset, int length) throws IOException {
            keeping.receive(buffer, offset, length);
            inspected.receive(buffer, offset, length);
        }

        long bytes() {
            return keeping.bytes();
        }
    }

    /** A file, and what was seen in it. */
    record Kept(KeptFile file, Inspection inspection) {}

    /** @throws IOException if the store fails: then it would fail for the next one, too */
    Kept keep(String file, SnapshotKind kind, Expected expected, Sender sender)
            throws InterruptedException, IOException, NotKept {
        try (Writing writing = store.write(folder + "/" + file);
                InspectedStream inspected = new InspectedStream(file, expected)) {
            Keeping keeping = new Keeping(file, writing, keyReference, key);
            sender.send(new Receiving(keeping, inspected));
            Inspection inspection = inspected.end();
            if (inspection.verdict() == Inspection.Verdict.DAMAGED) {
                throw new NotKept("its snapshot is damaged: " + worst(inspection));
            }
            if (inspection.kind() != kind) {
                throw new NotKept("expected a snapshot of a %s, found one of a %s".formatted(kind, inspection.kind()));
            }
            KeptFile kept = keeping.end();
            writing.commit();
            return new Kept(kept, inspection);
        }
    }

    private static String worst(Inspection inspection) {
        return inspection.findings().stream()
                .filter(finding -> finding.severity() == Finding.Severity.DAMAGED)
                .map(Finding::toString)
                .findFirst()
                .orElse("in one of its parts");
    }
}
