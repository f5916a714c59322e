package io.lifeboat.lab.process;

import picocli.CommandLine.Option;

/** The option all parts share. */
public final class LifelineOption {

    @Option(
            names = "--lifeline",
            description = "End when standard input is closed, so that this process dies with the one that started it.")
    boolean lifeline;
}
