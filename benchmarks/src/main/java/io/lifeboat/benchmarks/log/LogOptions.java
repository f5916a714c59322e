package io.lifeboat.benchmarks.log;

import picocli.CommandLine.Option;

/** How large the log is, and how often it is read. */
final class LogOptions {
    @Option(names = "--events", description = "Events in the log (${DEFAULT-VALUE}).")
    int events = 1_000_000;

    @Option(names = "--workspaces", description = "Workspaces that they are about (${DEFAULT-VALUE}).")
    int workspaces = 100;

    @Option(names = "--rounds", description = "Times that each reads it, after one to warm up (${DEFAULT-VALUE}).")
    int rounds = 5;
}
