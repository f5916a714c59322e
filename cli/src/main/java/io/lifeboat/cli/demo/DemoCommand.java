package io.lifeboat.cli.demo;

import io.lifeboat.cli.Failure;
import io.lifeboat.cli.Root;
import io.lifeboat.cli.lab.LabLayout;
import io.lifeboat.cli.lab.LabService;
import io.lifeboat.cli.lab.LabShape;
import io.lifeboat.cli.lab.LabStarter;
import io.lifeboat.cli.lab.QdrantChoice;
import io.lifeboat.cli.lab.QdrantOption;
import io.lifeboat.cli.terminal.Screen;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Starts a lab of its own, takes the active Qdrant away, and shows what the services make of it. It only starts processes and
 * injects the fault: whoever is missing is named, and the status is 1.
 */
@Command(
        name = "demo",
        description = "See the active Qdrant of a workspace die, and the services recover it.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    /** Names of services that shall be missing, comma separated: to try what then happens. */
    private static final String WITHOUT = "LIFEBOAT_DEMO_WITHOUT";

    @Option(names = "--scenario", defaultValue = "cluster", description = "What happens: ${COMPLETION-CANDIDATES}.")
    private DemoScenario scenario = DemoScenario.CLUSTER;

    @Option(names = "--fast", description = "Leave out the waits that are for the viewer alone.")
    private boolean fast;

    @Option(names = "--plain", description = "One line after the other, no colours.")
    private boolean plain;

    @Option(names = "--keep", description = "Leave the lab running at the end.")
    private boolean keep;

    @Mixin
    private QdrantOption qdrant = new QdrantOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Screen screen = Screen.of(plain);
        QdrantChoice choice = qdrant.choice();
        Set<String> without = without(System.getenv().getOrDefault(WITHOUT, ""));
        LabLayout layout = new LabLayout(Files.createTempDirectory("lifeboat-demo-"));
        try (DemoLab lab = new DemoLab(layout, keep)) {
            lab.start(new LabStarter(Root.folder()), choice, without);
            boolean well =
                    new Demo(lab.running(), screen, out, DemoLimits.of(fast), scenario + ", Qdrant: " + choice).show();
            if (well || keep) {
                lab.leave(out);
            }
            return well ? 0 : Failure.FAILED;
        }
    }

    /** @throws Failure if there is no such service */
    static Set<String> without(String names) {
        return Arrays.stream(names.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .flatMap(name -> named(name).stream())
                .collect(Collectors.toSet());
    }

    private static List<String> named(String name) {
        List<String> found = LabShape.SERVICES.stream()
                .filter(service -> List.of(
                                service.name(),
                                service.instance(),
                                service.service().text())
                        .contains(name))
                .map(LabService::name)
                .toList();
        if (found.isEmpty()) {
            throw Failure.usage(
                    "%s: expected services of %s, got '%s'",
                    WITHOUT, LabShape.SERVICES.stream().map(LabService::name).toList(), name);
        }
        return found;
    }
}
