package io.lifeboat.cli.fail;

import io.lifeboat.cli.Failure;
import io.lifeboat.cli.lab.LabHttp;
import io.lifeboat.cli.lab.LabOptions;
import io.lifeboat.cli.lab.LabProcess;
import io.lifeboat.cli.lab.LabShape;
import io.lifeboat.cli.lab.RunningLab;
import io.lifeboat.cli.terminal.Table;
import io.lifeboat.events.id.SiteId;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a part of the lab fail, or well again. */
@Command(
        name = "fail",
        description = "Make a part of the lab fail; without arguments, list what can be done to what.",
        mixinStandardHelpOptions = true)
public final class FailCommand implements Callable<Integer> {
    @Parameters(index = "0", arity = "0..1", paramLabel = "TARGET", description = "A site, or a process of the lab.")
    private Optional<String> target = Optional.empty();

    @Parameters(index = "1", arity = "0..1", paramLabel = "HOW")
    private Optional<String> how = Optional.empty();

    @Option(names = "--collection", description = "Only this one suffers; needed to tamper with a point.")
    private Optional<String> collection = Optional.empty();

    @Option(names = "--point", description = "The number of the point to tamper with.")
    private Optional<Long> point = Optional.empty();

    @Option(names = "--millis", description = "How late answers are, for delay.")
    private Optional<Long> millis = Optional.empty();

    @Option(names = "--rate", description = "Which part of the requests suffers, above 0 and up to 1.")
    private Optional<Double> rate = Optional.empty();

    @Mixin
    private LabOptions lab = new LabOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if (target.isEmpty() || how.isEmpty()) {
            out.print(menu());
            out.flush();
            return target.isEmpty() ? 0 : Failure.USAGE;
        }
        Harm harm = Harm.of(how.get());
        try (RunningLab running = RunningLab.require(lab.layout())) {
            out.println(
                    switch (harm.way()) {
                        case PROCESS -> act(running, harm);
                        case FAULT -> inject(running, harm);
                        case HEAL -> heal(running);
                        case TAMPER -> tamper(running, harm);
                    });
        }
        return 0;
    }

    static String menu() {
        Table table = new Table("TARGET", "HOW", "WHAT THEN HAPPENS");
        for (Harm harm : Harm.values()) {
            table.row(harm.way() == Harm.Way.PROCESS ? "any" : "site", harm.text(), harm.description());
        }
        return "Sites:     %s\nProcesses: %s\n\n%s"
                .formatted(
                        String.join(
                                ", ", LabShape.SITES.stream().map(SiteId::value).toList()),
                        String.join(", ", LabShape.processes()),
                        table.text());
    }

    private String act(RunningLab running, Harm harm) throws IOException, InterruptedException {
        String process = site().map(LabShape::qdrant).orElse(target.orElseThrow());
        if (!LabShape.processes().contains(process)) {
            throw Failure.usage(
                    "TARGET: expected one of %s or %s, got '%s'", LabShape.SITES, LabShape.processes(), process);
        }
        LabProcess after = running.act(process, harm.call());
        return "%s: %s, now %s".formatted(process, harm.text(), after.state().toLowerCase(Locale.ROOT));
    }

    private Optional<SiteId> site() {
        return LabShape.SITES.stream()
                .filter(site -> target.filter(name -> name.equals(site.value()) || name.equals(LabShape.qdrant(site)))
                        .isPresent())
                .findFirst();
    }

    private String admin(RunningLab running, Harm harm) {
        SiteId site = site().orElseThrow(() -> Failure.usage(
                "%s: expected one of the sites %s, got '%s'", harm.text(), LabShape.SITES, target.orElse("")));
        if (running.info().qdrant().isPresent()) {
            throw Failure.usage(
                    "%s needs the stand-in, and this lab runs %s: only processes can be harmed here",
                    harm.text(), running.info().qdrant().get());
        }
        return "http://127.0.0.1:" + running.info().ports().qdrantAdmin(site);
    }

    private String inject(RunningLab running, Harm harm) throws IOException, InterruptedException {
        Map<String, Object> fault = new HashMap<>(Map.of("kind", harm.call()));
        collection.ifPresent(name -> fault.put("collection", name));
        millis.ifPresent(value -> fault.put("millis", value));
        rate.ifPresent(value -> fault.put("rate", value));
        try (LabHttp http = new LabHttp()) {
            return "%s now suffers: %s"
                    .formatted(target.orElseThrow(), http.post(admin(running, harm) + "/faults", fault));
        }
    }

    private String heal(RunningLab running) throws IOException, InterruptedException {
        try (LabHttp http = new LabHttp()) {
            http.delete(admin(running, Harm.HEAL) + "/faults");
            return target.orElseThrow() + " is well again";
        }
    }

    private String tamper(RunningLab running, Harm harm) throws IOException, InterruptedException {
        if (collection.isEmpty() || point.isEmpty()) {
            throw Failure.usage("%s: expected --collection and --point", harm.text());
        }
        Map<String, Object> damage = Map.of("collection", collection.get(), "id", point.get(), "what", harm.call());
        try (LabHttp http = new LabHttp()) {
            http.post(admin(running, harm) + "/tamper", damage);
            return "%s: %s of point %d in %s is done"
                    .formatted(target.orElseThrow(), harm.text(), point.get(), collection.get());
        }
    }
}
