package io.lifeboat.cli.demo;

/** What can be shown. */
enum DemoScenario {
    /** The active site's Qdrant is killed. */
    CLUSTER
}
