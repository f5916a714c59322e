package io.lifeboat.lab.qdrant.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be made to go wrong on purpose. */
public enum FaultKind {
    /** The listening socket is closed: connections are refused. */
    REFUSE,
    /** Connections are accepted and requests never answered. */
    BLACK_HOLE,
    /** Each answer comes late, by the fault's milliseconds. */
    DELAY,
    /** Searches answer 500; all else works. */
    ERROR_ON_SEARCH,
    /** Reads and searches answer 200 with the content of other points. */
    WRONG_ANSWERS,
    /** The shard fails all reads and writes while health, readiness and telemetry's status stay friendly. */
    DUMMY_SHARD,
    /** Writes answer 500 as on a full disk; reads work. */
    READ_ONLY,
    /** 200 with a page in HTML, as a captive proxy would. */
    GARBAGE_HTML,
    /** JSON that ends in the middle. */
    HALF_JSON,
    /** 200 with 64 MiB of one string. */
    HUGE_BODY,
    /** Downloads and streams of snapshots end after half of their bytes. */
    CUT_DOWNLOAD,
    /** Downloads and streams of snapshots stop before their first byte, and go on once the fault is taken back. */
    STALLED_DOWNLOAD,
    /** Downloads and streams of snapshots rest for the fault's milliseconds before each 64 KiB. */
    SLOW_DOWNLOAD,
    /** Making and restoring snapshots answers 500 as on a full disk. */
    SNAPSHOT_DISK_FULL,
    /** A restore stops while the shard is neither the old nor the new one, and goes on once the fault is taken back. */
    PAUSED_APPLYING;

    /** As it is written in the admin calls: lower case, with dashes. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<FaultKind> named(String text) {
        return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }
}
