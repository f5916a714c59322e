package io.lifeboat.cli.lab;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which Qdrant to run. */
public final class QdrantOption {
    @Option(
            names = "--qdrant",
            paramLabel = "PATH",
            description = "A real Qdrant to run; else $LIFEBOAT_QDRANT, else `qdrant` on the path, else the stand-in.")
    private Optional<Path> program = Optional.empty();

    /** @throws io.lifeboat.cli.Failure if what was asked for is not there */
    public QdrantChoice choice() {
        return QdrantChoice.of(program, System.getenv());
    }
}
