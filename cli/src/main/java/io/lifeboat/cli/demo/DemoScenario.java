package io.lifeboat.cli.demo;

import java.util.Locale;

/** What can be shown. */
enum DemoScenario {
    /** The active site's Qdrant is killed. */
    CLUSTER;

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
