package io.lifeboat.cli.bench;

import io.lifeboat.cli.Failure;
import io.lifeboat.cli.Root;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs a benchmark in a JVM of its own, so that nothing of this command is measured. */
@Command(
        name = "bench",
        description = "Run a benchmark beside what it is compared with.",
        mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {
    private static final String MODULE = "benchmarks";

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "The benchmark and its options; none lists them.")
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dlifeboat.root=" + Root.folder(),
                "-jar",
                jar(Root.folder()).toString()));
        words.addAll(arguments);
        Process process = new ProcessBuilder(words).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "end-bench"));
        return process.waitFor();
    }

    /** @throws Failure if the module is not built */
    static Path jar(Path root) throws IOException {
        Path target = root.resolve(MODULE).resolve("target");
        return find(target)
                .orElseThrow(() -> Failure.failed("the benchmarks are not built: no %s*.jar in %s", MODULE, target));
    }

    private static Optional<Path> find(Path target) throws IOException {
        if (!Files.isDirectory(target)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().matches(MODULE + "(-[0-9][^/]*)?\\.jar"))
                    .filter(file -> !file.getFileName().toString().contains("-tests"))
                    .sorted()
                    .findFirst();
        }
    }
}
