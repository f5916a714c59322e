package io.lifeboat.service;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Settings of a process; what is protected stands in {@code workspaces.yaml}. */
@ConfigMapping(prefix = "lifeboat")
public interface ServiceSettings {

    /** The file that says what is protected. */
    @WithDefault("workspaces.yaml")
    Path workspaces();

    /** What people call this process; for the detector the vantage that it is. Default: the service's name. */
    Optional<String> instance();

    Kafka kafka();

    /** Time between two beats. */
    @WithDefault("250ms")
    Duration beat();

    /** Time after its last beat, by the log's clock, for which a process counts as alive: at least two beats. */
    @WithDefault("1250ms")
    Duration aliveFor();

    /** Time after which an append without an answer is sent again. */
    @WithDefault("2s")
    Duration resend();

    /** Ends the process when its standard input is closed, so that it dies with whoever started it. */
    @WithDefault("false")
    boolean lifeline();

    /** Plays recoveries in memory after the start, so that the first real one does not run cold code. */
    @WithDefault("true")
    boolean rehearse();

    /** Rehearses without a broker and ends: how the build makes a service's AOT cache. */
    @WithDefault("false")
    boolean training();

    /** How to reach Kafka. */
    interface Kafka {
        /** host:port, comma separated. */
        @WithDefault("127.0.0.1:9092")
        String bootstrap();

        /** Copies of each topic that is created. */
        @WithDefault("3")
        int replication();

        /** Copies that must have a record before it counts as acknowledged. */
        @WithDefault("2")
        int minInSync();

        /** Whether missing topics are created. */
        @WithDefault("true")
        boolean createTopics();

        /** Further client settings, for instance of TLS. */
        Map<String, String> client();
    }
}
