package io.lifeboat.restore.restore;

import io.lifeboat.backup.CollectionRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Which collections are restored together: critical ones first, no more at once than the node's disk has room for. Pure.
 */
public final class RestoreOrder {
    private RestoreOrder() {}

    /**
     * Groups, one after the other.
     *
     * @param critical names, the most critical first; others follow by name
     * @param bytes of a collection's snapshot
     * @param budget bytes of snapshots at once; one that is larger has a group of its own
     * @param most at once
     */
    public static List<List<CollectionRecord>> groups(
            List<CollectionRecord> wanted,
            List<String> critical,
            ToLongFunction<CollectionRecord> bytes,
            long budget,
            int most) {
        if (budget < 1 || most < 1) {
            throw new IllegalArgumentException("expected a budget and a number of at least 1");
        }
        List<CollectionRecord> ordered = wanted.stream()
                .sorted(Comparator.<CollectionRecord>comparingInt(each -> rank(each.name(), critical))
                        .thenComparing(CollectionRecord::name))
                .toList();
        List<List<CollectionRecord>> groups = new ArrayList<>();
        List<CollectionRecord> group = new ArrayList<>();
        long size = 0;
        for (CollectionRecord next : ordered) {
            long more = bytes.applyAsLong(next);
            if (!group.isEmpty() && (group.size() == most || size + more > budget)) {
                groups.add(List.copyOf(group));
                group.clear();
                size = 0;
            }
            group.add(next);
            size += more;
        }
        if (!group.isEmpty()) {
            groups.add(List.copyOf(group));
        }
        return groups;
    }

    private static int rank(String name, List<String> critical) {
        int at = critical.indexOf(name);
        return at < 0 ? critical.size() : at;
    }
}
