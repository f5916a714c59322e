package io.lifeboat.notifier.message;

import io.lifeboat.events.incident.Scenario;
import io.lifeboat.events.incident.Severity;
import io.lifeboat.events.incident.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Words that the texts share. */
final class Wording {
    private Wording() {}

    static String severity(Severity severity) {
        return switch (severity) {
            case P0 -> "P0 (critical)";
            case P1 -> "P1 (high)";
            case P2 -> "P2 (medium)";
            case P3 -> "P3 (low)";
        };
    }

    static String status(Stage stage) {
        return switch (stage) {
            case RECOVERING -> "recovery is running";
            case NEEDS_PERSON -> "a person is needed";
            case RECOVERED -> "service is back";
            case WATCHING -> "service is back and being watched";
            case CLOSED -> "closed";
            case ABORTED -> "recovery was aborted";
        };
    }

    static String happened(Scenario scenario) {
        return switch (scenario) {
            case NODE_FAILURE -> "a database node failed";
            case APP_FAILURE -> "an application failed";
            case CLUSTER_FAILURE -> "the database cluster failed";
            case REGION_FAILURE -> "a region failed";
            case DATA_CORRUPTION -> "data was found damaged";
            case NETWORK_PARTITION -> "parts of the network cannot reach each other";
            case SECURITY_BREACH -> "a breach of security was reported";
            case BACKUP_AT_RISK -> "backups are at risk";
        };
    }

    static String affected(Scenario scenario) {
        return switch (scenario) {
            case NODE_FAILURE -> "some users: requests may be slow or fail";
            case APP_FAILURE -> "users of the application: requests fail";
            case CLUSTER_FAILURE, REGION_FAILURE -> "all users: searches and writes fail";
            case DATA_CORRUPTION -> "some users: answers may be wrong or incomplete";
            case NETWORK_PARTITION -> "some or all users: requests may fail";
            case SECURITY_BREACH -> "access may be limited while it is looked into";
            case BACKUP_AT_RISK -> "no users now";
        };
    }

    /** In UTC, to the second. */
    static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ').replace("Z", " UTC");
    }

    /** Minutes and seconds; below ten seconds with tenths. */
    static String duration(Duration duration) {
        if (duration.compareTo(Duration.ofSeconds(10)) < 0) {
            return "%d.%d s".formatted(duration.toSeconds(), duration.toMillisPart() / 100);
        }
        long minutes = duration.toMinutes();
        return minutes == 0
                ? "%d s".formatted(duration.toSeconds())
                : "%d min %d s".formatted(minutes, duration.toSecondsPart());
    }
}
