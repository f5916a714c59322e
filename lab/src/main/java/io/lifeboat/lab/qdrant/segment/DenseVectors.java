package io.lifeboat.lab.qdrant.segment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Dense vectors by internal id, four bytes a number, with a flag where a point has none: in chunks of 32 MiB in a segment
 * that grows, in one {@code matrix.dat} in one that does not.
 */
final class DenseVectors {
    private static final int CHUNK = 32 * 1024 * 1024;
    private static final int HEADER = 4;
    private static final int FLAGS = 1024 * 1024;

    private DenseVectors() {}

    static List<FileImage> chunked(String directory, int dimension, List<Optional<float[]>> vectors) {
        int inChunk = CHUNK / (dimension * Float.BYTES);
        long chunkBytes = (long) inChunk * dimension * Float.BYTES;
        List<FileImage> images = new ArrayList<>();
        images.add(FileImage.text(
                directory + "/vectors/config.json",
                "{\"chunk_size_bytes\":" + chunkBytes + ",\"chunk_size_vectors\":" + inChunk + ",\"dim\":" + dimension
                        + ",\"populate\":true}"));
        images.add(new FileImage(
                directory + "/vectors/status.dat",
                vectors.isEmpty() ? new byte[0] : numbers(vectors.size()),
                Long.BYTES));
        for (int from = 0; from < vectors.size(); from += inChunk) {
            List<Optional<float[]>> part = vectors.subList(from, Math.min(vectors.size(), from + inChunk));
            images.add(new FileImage(
                    directory + "/vectors/chunk_" + from / inChunk + ".mmap",
                    floats(new byte[0], dimension, part),
                    chunkBytes));
        }
        images.addAll(flags(directory + "/deleted", vectors));
        return images;
    }

    /** Which points have no such vector, behind how many there are and which of two files counts. */
    static List<FileImage> flags(String directory, List<? extends Optional<?>> vectors) {
        byte[] status = vectors.isEmpty() ? new byte[0] : numbers(vectors.size(), 0);
        return List.of(
                new FileImage(directory + "/status.dat", status, 2 * Long.BYTES),
                new FileImage(
                        directory + "/flags_a.dat", missing(0, vectors), Math.max(FLAGS, vectors.size() / 8 + 8)));
    }

    static List<FileImage> matrix(String directory, int dimension, List<Optional<float[]>> vectors) {
        byte[] drop = missing(2 * HEADER, vectors);
        System.arraycopy(latin("drop"), 0, drop, 0, HEADER);
        return List.of(
                FileImage.whole(directory + "/matrix.dat", floats(latin("data"), dimension, vectors)),
                FileImage.whole(directory + "/deleted.dat", drop));
    }

    private static byte[] numbers(long... values) {
        byte[] bytes = new byte[values.length * Long.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().put(values);
        return bytes;
    }

    private static byte[] floats(byte[] header, int dimension, List<Optional<float[]>> vectors) {
        ByteBuffer bytes = ByteBuffer.allocate(header.length + vectors.size() * dimension * Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(header);
        float[] none = new float[dimension];
        for (Optional<float[]> vector : vectors) {
            for (float value : vector.orElse(none)) {
                bytes.putFloat(value);
            }
        }
        return bytes.array();
    }

    private static byte[] missing(int header, List<? extends Optional<?>> vectors) {
        byte[] flags = new byte[header + (vectors.size() + 63) / 64 * 8];
        for (int i = 0; i < vectors.size(); i++) {
            if (vectors.get(i).isEmpty()) {
                flags[header + i / 8] |= (byte) (1 << i % 8);
            }
        }
        return flags;
    }

    /** The vectors of {@code count} points; empty where the flag says so. */
    static List<Optional<float[]>> read(Path directory, int dimension, int count) throws IOException {
        Path matrix = directory.resolve("matrix.dat");
        boolean single = Files.exists(matrix);
        int inChunk = single ? Integer.MAX_VALUE : CHUNK / (dimension * Float.BYTES);
        byte[] flags = single
                ? bytes(directory.resolve("deleted.dat"), 2L * HEADER, count / 8 + 1)
                : bytes(directory.resolve("deleted/flags_a.dat"), 0, count / 8 + 1);
        List<Optional<float[]>> vectors = new ArrayList<>();
        for (int from = 0; from < count; from += inChunk) {
            int here = Math.min(count - from, inChunk);
            Path chunk = single ? matrix : directory.resolve("vectors/chunk_" + from / inChunk + ".mmap");
            ByteBuffer floats = ByteBuffer.wrap(bytes(chunk, single ? HEADER : 0, here * dimension * Float.BYTES))
                    .order(ByteOrder.LITTLE_ENDIAN);
            for (int i = from; i < from + here; i++) {
                float[] vector = new float[dimension];
                floats.asFloatBuffer().get(vector);
                floats.position(floats.position() + dimension * Float.BYTES);
                vectors.add(isSet(flags, i) ? Optional.empty() : Optional.of(vector));
            }
        }
        return vectors;
    }

    private static boolean isSet(byte[] flags, int bit) {
        return (flags[bit / 8] & 1 << bit % 8) != 0;
    }

    private static byte[] bytes(Path file, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        if (Files.exists(file)) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {}
            }
        }
        return bytes.array();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
