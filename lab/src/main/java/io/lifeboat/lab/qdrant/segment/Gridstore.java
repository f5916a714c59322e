package io.lifeboat.lab.qdrant.segment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Qdrant's store of values of any length, by internal id: a tracker of where each value stands, pages of blocks, and which
 * blocks are taken.
 */
final class Gridstore {
    private static final int BLOCK = 128;
    private static final int PAGE = 32 * 1024 * 1024;
    private static final int PAGE_BLOCKS = PAGE / BLOCK;
    private static final int REGION = 8192;
    private static final int TRACKER = 1024 * 1024;
    private static final int POINTER = 16;
    private static final String CONFIG = "{\"page_size_bytes\":33554432,\"block_size_bytes\":128,"
            + "\"region_size_blocks\":8192,\"compression\":\"LZ4\"}";

    private final List<byte[]> pages = new ArrayList<>(List.of(page()));
    private final List<Integer> used = new ArrayList<>(List.of(0));

    private Gridstore() {}

    private static byte[] page() {
        return new byte[16 * 1024];
    }

    /** @param values by internal id, of length 0 where there is none */
    static List<FileImage> images(String directory, List<byte[]> values) {
        Gridstore store = new Gridstore();
        ByteBuffer tracker = ByteBuffer.allocate(values.isEmpty() ? 0 : 4 + POINTER * values.size())
                .order(ByteOrder.LITTLE_ENDIAN);
        if (!values.isEmpty()) {
            tracker.putInt(values.size());
        }
        for (byte[] value : values) {
            if (value.length == 0) {
                tracker.put(new byte[POINTER]);
            } else {
                byte[] packed = Lz4.compress(value);
                int block = store.add(packed);
                tracker.putInt(1).putInt(store.pages.size() - 1).putInt(block).putInt(packed.length);
            }
        }
        return store.images(directory, tracker.array());
    }

    private int add(byte[] packed) {
        int blocks = (packed.length + BLOCK - 1) / BLOCK;
        if (used.getLast() + blocks > PAGE_BLOCKS) {
            pages.add(page());
            used.add(0);
        }
        int block = used.getLast();
        int end = (block + blocks) * BLOCK;
        byte[] page = pages.getLast();
        if (page.length < end) {
            page = Arrays.copyOf(page, Math.min(PAGE, Math.max(end, 2 * page.length)));
            pages.set(pages.size() - 1, page);
        }
        System.arraycopy(packed, 0, page, block * BLOCK, packed.length);
        used.set(used.size() - 1, block + blocks);
        return block;
    }

    private List<FileImage> images(String directory, byte[] tracker) {
        List<FileImage> images = new ArrayList<>();
        long room = Math.max(TRACKER, Long.highestOneBit(Math.max(1, tracker.length - 1)) * 2);
        images.add(new FileImage(directory + "/tracker.dat", tracker, room));
        for (int i = 0; i < pages.size(); i++) {
            byte[] head = Arrays.copyOf(pages.get(i), used.get(i) * BLOCK);
            images.add(new FileImage(directory + "/page_" + i + ".dat", head, PAGE));
        }
        images.add(FileImage.text(directory + "/config.json", CONFIG));
        images.add(new FileImage(directory + "/bitmask.dat", bitmask(), pages.size() * (PAGE_BLOCKS / 8L)));
        images.add(FileImage.whole(directory + "/gaps.dat", gaps()));
        return images;
    }

    private byte[] bitmask() {
        byte[] mask = new byte[pages.size() * PAGE_BLOCKS / 8];
        for (int page = 0; page < pages.size(); page++) {
            for (int block = 0; block < used.get(page); block++) {
                int at = page * PAGE_BLOCKS + block;
                mask[at / 8] |= (byte) (1 << at % 8);
            }
        }
        int last = (pages.size() - 1) * PAGE_BLOCKS + used.getLast();
        return Arrays.copyOf(mask, (last + 7) / 8);
    }

    /** Per region: the longest run of free blocks, and those at its start and its end. */
    private byte[] gaps() {
        ByteBuffer gaps =
                ByteBuffer.allocate(pages.size() * PAGE_BLOCKS / REGION * 6).order(ByteOrder.LITTLE_ENDIAN);
        for (int taken : used) {
            for (int region = 0; region < PAGE_BLOCKS / REGION; region++) {
                int here = Math.clamp(taken - region * REGION, 0, REGION);
                short free = (short) (REGION - here);
                gaps.putShort(free).putShort(here == 0 ? free : 0).putShort(free);
            }
        }
        return gaps.array();
    }

    /** The values by internal id, of length 0 where there is none. */
    static List<byte[]> read(Path directory, int count) throws IOException {
        List<byte[]> values = new ArrayList<>();
        Path tracker = directory.resolve("tracker.dat");
        ByteBuffer pointers =
                ByteBuffer.wrap(read(tracker, 0, 4 + POINTER * count)).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            pointers.position(4 + POINTER * i);
            values.add(pointers.getInt() == 0 ? new byte[0] : value(directory, pointers));
        }
        return values;
    }

    private static byte[] value(Path directory, ByteBuffer pointer) throws IOException {
        Path page = directory.resolve("page_" + pointer.getInt() + ".dat");
        long from = (long) pointer.getInt() * BLOCK;
        return Lz4.decompress(read(page, from, pointer.getInt()));
    }

    /** What lies behind the end of the file is zero. */
    private static byte[] read(Path file, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        if (Files.exists(file)) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {}
            }
        }
        return bytes.array();
    }
}
