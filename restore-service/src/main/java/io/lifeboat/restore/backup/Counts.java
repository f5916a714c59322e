package io.lifeboat.restore.backup;

import java.util.List;

/**
 * How many points the kept shards of a collection can hold together. Pure.
 *
 * @param least the sum of each shard's smaller count: one that grew must not hide that another one shrank
 * @param most the sum of each shard's greater count
 * @param settled whether it is known that nothing was written to any of them from before the first cut to after the last
 */
record Counts(long least, long most, boolean settled) {

    /**
     * @param after points of each kept replica, counted after the last cut
     * @throws NotKept if a shard that nobody wrote to holds fewer points than were counted in it
     */
    static Counts of(List<ShardCuts.Cut> cuts, List<Long> after, ReplicaMarks first, ReplicaMarks last) throws NotKept {
        long least = 0;
        long most = 0;
        boolean settled = true;
        for (int i = 0; i < cuts.size(); i++) {
            ShardCuts.Cut cut = cuts.get(i);
            boolean quiet = cut.before() == after.get(i) && first.isQuietUntil(last, cut.replica());
            if (quiet) {
                requireAll(cut);
            }
            settled &= quiet;
            least += Math.min(cut.before(), after.get(i));
            most += Math.max(cut.before(), after.get(i));
        }
        return new Counts(least, most, settled);
    }

    private static void requireAll(ShardCuts.Cut cut) throws NotKept {
        if (cut.inspection().walEntries() == 0
                && cut.inspection().points().isPresent()
                && cut.inspection().points().getAsLong() < cut.before()) {
            throw new NotKept("shard %d: expected %d points in its snapshot, found %d ids"
                    .formatted(
                            cut.replica().shard(),
                            cut.before(),
                            cut.inspection().points().getAsLong()));
        }
    }
}
