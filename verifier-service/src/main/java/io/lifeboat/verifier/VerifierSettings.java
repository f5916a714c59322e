package io.lifeboat.verifier;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Settings of this process; what is protected stands in {@code workspaces.yaml}. */
@ConfigMapping(prefix = "lifeboat.verifier")
public interface VerifierSettings {

    /** The folder that gets a folder of reports for each incident. */
    @WithDefault("reports")
    Path reports();

    Checks checks();

    Baseline baseline();

    /** How a recovery is checked. */
    interface Checks {

        /** Time for one check. */
        @WithDefault("8s")
        Duration timeout();

        /** Time for one exchange with a Qdrant or an application. */
        @WithDefault("3s")
        Duration request();

        /** For how long what may still come right (no answer, writes on their way) is tried again. */
        @WithDefault("10s")
        Duration grace();

        /** Time between two tries. */
        @WithDefault("250ms")
        Duration pause();

        /** Share of a golden query's recorded answer that must be answered again, 0 to 1. */
        @WithDefault("0.8")
        double overlap();

        /** Share of known points of a collection that was written to which may differ if nobody tells what was written. */
        @WithDefault("0.5")
        double replaced();
    }

    /** How the healthy state is recorded. */
    interface Baseline {

        /** Whether it is recorded at all. */
        @WithDefault("true")
        boolean enabled();

        /** Time between two looks at what was written. */
        @WithDefault("1s")
        Duration watch();

        /** A baseline is taken anew after this time. */
        @WithDefault("5m")
        Duration every();

        /** And earlier if content has changed, but not more often than this. */
        @WithDefault("30s")
        Duration atMost();

        /** Collections with more points get no content digest. */
        @WithDefault("200000")
        long digestPoints();

        /** Time for the digest of one collection; where it takes longer there is none. */
        @WithDefault("20s")
        Duration digestTime();

        /** Known points of a collection. */
        @WithDefault("16")
        int knownPoints();

        /** Golden queries of a collection, where no collections are configured. */
        @WithDefault("3")
        int golden();

        /** Answers that are recorded of a golden query. */
        @WithDefault("10")
        int top();

        /** Decides which points are known and asked with. */
        @WithDefault("1")
        long seed();
    }
}
