package io.lifeboat.lab.qdrant.contract;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What nodes of a cluster would be asked for in cases 35 and 36, for nodes that cannot be one: out of the snapshots that the
 * recorded cluster made.
 */
final class ClusterFiles {
    private ClusterFiles() {}

    /** @param fileName under which a case uploads it */
    static byte[] of(String fileName) throws IOException {
        return switch (fileName) {
            case "n1.snapshot" -> recorded("n1");
            case "s0.snapshot" -> shard("n2", "0/");
            case "s1.snapshot" -> shard("n1", "1/");
            case "s2.snapshot" -> shard("n1", "2/");
            default -> throw new IllegalArgumentException("file " + fileName + ": expected one of cases 35 and 36");
        };
    }

    private static byte[] recorded(String node) throws IOException {
        try (InputStream in = ClusterFiles.class.getResourceAsStream("/contract/files/cluster-" + node + ".snapshot")) {
            return in.readAllBytes();
        }
    }

    /** A shard's own snapshot is its folder in the collection's, at the top. */
    private static byte[] shard(String node, String folder) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        SnapshotSurgery.unpack(recorded(node)).forEach((path, content) -> {
            if (path.startsWith(folder)) {
                files.put(path.substring(folder.length()), content);
            }
        });
        return SnapshotSurgery.pack(files);
    }
}
