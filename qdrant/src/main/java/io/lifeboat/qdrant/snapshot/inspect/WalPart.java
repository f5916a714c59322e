package io.lifeboat.qdrant.snapshot.inspect;

/**
 * A write-ahead log, which is replayed after a restore.
 *
 * @param entries whose sums are right
 */
public record WalPart(int files, long entries) {}
