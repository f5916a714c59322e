package io.lifeboat.qdrant.snapshot.inspect;

/**
 * Ids that were added and not removed, as 64-bit values; exact up to a bound of memory (16 MiB), beyond that inserts less deletes,
 * which an id that is written again and again makes too many. Not thread-safe.
 */
final class LiveIds {
    private static final int MOST_SLOTS = 1 << 21;
    private static final long FREE = 0;
    private static final long REMOVED = 1;

    private long[] slots = new long[1 << 10];
    private int used;
    private long live;
    private boolean full;

    void add(long id) {
        if (full) {
            live++;
            return;
        }
        int slot = find(value(id));
        if (slots[slot] == FREE) {
            slots[slot] = value(id);
            live++;
            used++;
            growIfNeeded();
        }
    }

    void remove(long id) {
        if (full) {
            live--;
            return;
        }
        int slot = find(value(id));
        if (slots[slot] != FREE) {
            slots[slot] = REMOVED;
            live--;
        }
    }

    long count() {
        return Math.max(0, live);
    }

    /** Two values say something of a slot; their ids are kept as two that nobody is likely to use. */
    private static long value(long id) {
        return id == FREE ? 0x9e3779b97f4a7c15L : id == REMOVED ? 0xc2b2ae3d27d4eb4fL : id;
    }

    /** The slot of a value, or the free one where it would go. */
    private int find(long value) {
        int mask = slots.length - 1;
        int slot = Long.hashCode(value * 0x9e3779b97f4a7c15L) & mask;
        while (slots[slot] != FREE && slots[slot] != value) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void growIfNeeded() {
        if (used * 2 < slots.length) {
            return;
        }
        if (slots.length == MOST_SLOTS) {
            full = true;
            slots = new long[0];
            return;
        }
        long[] before = slots;
        slots = new long[before.length * 2];
        used = 0;
        for (long value : before) {
            if (value != FREE && value != REMOVED) {
                slots[find(value)] = value;
                used++;
            }
        }
    }
}
