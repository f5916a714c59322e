package io.lifeboat.cli.lab;

import io.lifeboat.cli.Failure;
import io.lifeboat.cli.Root;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts a lab and waits until all of it can be used. */
@Command(name = "up", description = "Start the lab and wait until all of it is ready.", mixinStandardHelpOptions = true)
final class LabUpCommand implements Callable<Integer> {
    private static final Duration LIMIT = Duration.ofSeconds(150);

    @Mixin
    private LabOptions lab = new LabOptions();

    @Mixin
    private QdrantOption qdrant = new QdrantOption();

    @Option(names = "--fresh", description = "Forget the data of a lab that was there before.")
    private boolean fresh;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        LabLayout layout = lab.layout();
        Optional<RunningLab> present = RunningLab.find(layout);
        if (present.isPresent()) {
            present.get().close();
            out.printf("the lab in %s runs already%n", layout.folder());
            return 0;
        }
        if (fresh) {
            forget(layout);
        }
        LabStarter.Options options = new LabStarter.Options(layout, qdrant.choice(), false, Set.of());
        try (RunningLab started = new LabStarter(Root.folder()).start(options)) {
            bringUp(started, out);
        }
        out.printf("%nThe lab is up in %s%n", layout.folder());
        out.println("  see it       ./lifeboat status");
        out.println("  hurt it      ./lifeboat fail blue kill");
        out.println("  end it       ./lifeboat lab down");
        return 0;
    }

    private static void bringUp(RunningLab lab, PrintWriter out) throws IOException, InterruptedException {
        try {
            new LabReadiness(lab, LIMIT).await(event -> {
                out.println("  " + event);
                out.flush();
            });
        } catch (Failure | IOException | InterruptedException e) {
            lab.end();
            throw e;
        }
    }

    /** Only what has the marks of a lab is removed. */
    private static void forget(LabLayout layout) throws IOException {
        if (LabInfo.find(layout).isEmpty()) {
            return;
        }
        try (Stream<Path> files = Files.walk(layout.folder())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
