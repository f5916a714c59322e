package io.lifeboat.cli.lab;

import io.lifeboat.cli.Failure;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Which Qdrant a lab runs. */
public sealed interface QdrantChoice {

    /** The lab's own: always at hand, and able to fail in more ways. */
    record StandIn() implements QdrantChoice {
        @Override
        public String toString() {
            return "stand-in";
        }
    }

    /** A real one. */
    record Binary(Path program) implements QdrantChoice {
        @Override
        public String toString() {
            return program.toString();
        }
    }

    /**
     * What was asked for, else what {@code LIFEBOAT_QDRANT} names, else {@code qdrant} on the path, else the stand-in.
     *
     * @throws Failure if what was asked for is not there
     */
    static QdrantChoice of(Optional<Path> asked, Map<String, String> environment) {
        return asked.or(() -> Optional.ofNullable(environment.get("LIFEBOAT_QDRANT"))
                        .filter(text -> !text.isBlank())
                        .map(Path::of))
                .<QdrantChoice>map(QdrantChoice::binary)
                .or(() -> onPath(environment.getOrDefault("PATH", "")).map(Binary::new))
                .orElseGet(StandIn::new);
    }

    private static Binary binary(Path program) {
        if (!Files.isExecutable(program) || Files.isDirectory(program)) {
            throw Failure.usage("--qdrant: expected a program that can be run, found none at %s", program);
        }
        return new Binary(program.toAbsolutePath());
    }

    private static Optional<Path> onPath(String path) {
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "qdrant").toAbsolutePath())
                .filter(program -> Files.isExecutable(program) && !Files.isDirectory(program))
                .findFirst();
    }
}
