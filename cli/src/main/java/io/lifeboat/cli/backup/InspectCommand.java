package io.lifeboat.cli.backup;

import com.fasterxml.jackson.databind.SerializationFeature;
import io.lifeboat.cli.Failure;
import io.lifeboat.events.serde.Json;
import io.lifeboat.qdrant.snapshot.inspect.Inspection;
import io.lifeboat.qdrant.snapshot.inspect.Inspection.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what is in snapshot files and what is wrong with them, without a server. */
@Command(
        name = "inspect",
        description = {
            "Tell what is in snapshot files and what is wrong with them, without a server.",
            "Exit status: 0 nothing is damaged, 1 something is, 2 asked for wrongly."
        },
        mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE|DIR",
            description = "A snapshot, or a folder with snapshots; what .meta files and manifest.json say is compared.")
    private @Nullable Path path;

    @Option(names = "--json", description = "For machines.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Path given = java.util.Objects.requireNonNull(path);
        if (!Files.exists(given)) {
            throw Failure.usage("%s: expected a file or a folder, there is none", given);
        }
        Inspected inspected = Files.isDirectory(given) ? KeptFolder.inspect(given) : file(given);
        print(inspected);
        boolean damaged = inspected.files().stream().anyMatch(file -> file.verdict() == Verdict.DAMAGED)
                || !inspected.problems().isEmpty();
        return damaged ? Failure.FAILED : 0;
    }

    private static Inspected file(Path file) throws IOException {
        return new Inspected(List.of(KeptFolder.inspect(file, KeptFolder.recorded(file))), List.of());
    }

    private void print(Inspected inspected) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.mapper()
                    .copy()
                    .registerModule(new com.fasterxml.jackson.datatype.jdk8.Jdk8Module())
                    .writer()
                    .with(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(inspected));
            return;
        }
        for (Inspection file : inspected.files()) {
            out.print(InspectionText.of(file));
        }
        inspected.problems().forEach(problem -> out.println("DAMAGED: " + problem));
    }
}
