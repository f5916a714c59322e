package io.lifeboat.lab.qdrant.contract;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * Damages a real snapshot as the names of cases 12 to 23 say: unpacked, one thing changed, and packed again as a plain
 * tar, so sparse files come out at their full size.
 */
final class SnapshotSurgery {
    private static final String FILES = "snapshot/files/";

    private SnapshotSurgery() {}

    /** @param damage what follows "damaged-" in the case's name, or "rewritten" for none */
    static byte[] operate(byte[] snapshot, String damage) throws IOException {
        Map<String, byte[]> outer = unpack(snapshot);
        switch (damage) {
            case "rewritten" -> {}
            case "no-segments" -> outer.keySet().removeIf(path -> path.startsWith("0/segments/"));
            case "wal-missing" -> outer.keySet().removeIf(path -> path.startsWith("0/wal/"));
            case "config-missing" -> outer.remove("config.json");
            case "version-info-missing" -> outer.remove("version.info");
            case "payload-index-missing" -> outer.remove("payload_index.json");
            case "first-index-empty" -> outer.put("0/wal/first-index", new byte[0]);
            default -> inEachSegment(outer, damage);
        }
        return pack(outer);
    }

    private static void inEachSegment(Map<String, byte[]> outer, String damage) throws IOException {
        for (Map.Entry<String, byte[]> entry : outer.entrySet()) {
            if (entry.getKey().startsWith("0/segments/") && entry.getKey().endsWith(".tar")) {
                Map<String, byte[]> segment = unpack(entry.getValue());
                damage(segment, damage);
                entry.setValue(pack(segment));
            }
        }
    }

    private static void damage(Map<String, byte[]> segment, String damage) {
        switch (damage) {
            case "segment-json-missing" -> segment.remove(FILES + "segment.json");
            case "segment-json-garbage" -> segment.put(FILES + "segment.json", "{".getBytes(StandardCharsets.UTF_8));
            case "segment-version-missing" -> segment.remove(FILES + "version.info");
            case "id-tracker-missing" -> segment.keySet().removeIf(path -> path.contains("id_tracker"));
            case "vector-bit-flip" -> flip(segment.get(FILES + "vector_storage/vectors/chunk_0.mmap"));
            default -> throw new IllegalArgumentException("damage " + damage + ": expected one of cases 12 to 23");
        }
    }

    /** Makes a quarter of the first 0.5 among the numbers of the few points there are, or of the first 1.0 (case 17). */
    private static void flip(byte[] vectors) {
        ByteBuffer numbers = ByteBuffer.wrap(vectors).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < 64; at += Float.BYTES) {
            if (numbers.getFloat(at) == 0.5f || numbers.getFloat(at) == 1.0f) {
                vectors[at + 3] ^= 1;
                return;
            }
        }
    }

    static Map<String, byte[]> unpack(byte[] tar) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (TarArchiveInputStream in = new TarArchiveInputStream(new ByteArrayInputStream(tar))) {
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory()) {
                    files.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return files;
    }

    static byte[] pack(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(bytes)) {
            out.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                entry.setSize(file.getValue().length);
                out.putArchiveEntry(entry);
                out.write(file.getValue());
                out.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }
}
