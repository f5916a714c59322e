package io.lifeboat.saga.simulator;

/**
 * Something that happens to a site of a workspace.
 *
 * @param minor it needs no failover
 */
record Cause(int id, int workspace, String site, boolean minor, long fromMillis, long untilMillis) {

    boolean isSeenAt(long millis, long delay) {
        return millis >= fromMillis + delay && millis < untilMillis + delay;
    }
}
