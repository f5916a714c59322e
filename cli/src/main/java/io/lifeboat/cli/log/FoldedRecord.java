package io.lifeboat.cli.log;

import io.lifeboat.events.fold.LogRecord;
import io.lifeboat.events.fold.Partition;
import io.lifeboat.events.fold.Ruling;

/**
 * A record of {@code lifeboat.incidents} with what the rules say of it.
 *
 * @param before the partition before it
 * @param after the partition after it
 */
public record FoldedRecord(LogRecord record, Partition before, Partition after) {

    public Ruling ruling() {
        return after.ruling();
    }
}
