package io.lifeboat.events.topic;

import java.util.List;
import java.util.Map;

/** Lifeboat's topics and how each is kept. Partition counts are pinned in the log itself by its genesis record. */
public final class Topics {
    public static final String INCIDENTS = "lifeboat.incidents";
    public static final String FLEET = "lifeboat.fleet";
    public static final String HEALTH = "lifeboat.health";
    public static final String COMMANDS = "lifeboat.commands";
    public static final String MEMBERS = "lifeboat.members";
    public static final String DEAD_LETTERS = "lifeboat.dead-letters";

    /** The largest value of a record, in bytes: larger output goes to a file or store by digest. */
    public static final int MOST_BYTES = 256 * 1024;

    /** Used when a log is created; never to read one that exists. */
    public static final int INCIDENT_PARTITIONS = 6;

    private static final long HOUR_MS = 3_600_000L;
    private static final Map<String, String> FOR_EVER =
            Map.of("retention.ms", "-1", "retention.bytes", "-1", "cleanup.policy", "delete");

    private Topics() {}

    /** A topic's name, partitions and settings beside those that all have. */
    public record Spec(String name, int partitions, Map<String, String> settings) {}

    /** All topics, in the order in which they are created. */
    public static List<Spec> all() {
        return List.of(
                new Spec(FLEET, 1, FOR_EVER),
                new Spec(INCIDENTS, INCIDENT_PARTITIONS, FOR_EVER),
                new Spec(
                        HEALTH,
                        1,
                        Map.of("cleanup.policy", "compact", "min.compaction.lag.ms", Long.toString(168 * HOUR_MS))),
                new Spec(COMMANDS, 1, FOR_EVER),
                new Spec(MEMBERS, 1, Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(HOUR_MS))),
                new Spec(
                        DEAD_LETTERS,
                        1,
                        Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(720 * HOUR_MS))));
    }

    /** Settings of every topic: the log's own time, and no election that could lose acknowledged records. */
    public static Map<String, String> settingsOfAll() {
        return Map.of("message.timestamp.type", "LogAppendTime", "unclean.leader.election.enable", "false");
    }
}
