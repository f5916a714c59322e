package io.lifeboat.cli.status;

import io.lifeboat.cli.config.ConfigOption;
import io.lifeboat.cli.lab.LabHttp;
import io.lifeboat.cli.log.LiveLog;
import io.lifeboat.cli.log.LogOptions;
import io.lifeboat.cli.log.LogState;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the log says now. */
@Command(
        name = "status",
        description = "Show workspaces, incidents, services and vantages, as the log has them.",
        mixinStandardHelpOptions = true)
public final class StatusCommand implements Callable<Integer> {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Mixin
    private LogOptions log = new LogOptions();

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(names = "--json", description = "As one JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        LogState state = LiveLog.read(log.kafka(), LIMIT);
        Map<WorkspaceId, Lag> lags = lags();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new StatusJson(state, lags).text());
        } else {
            out.print(new StatusText(state, lags).text());
        }
        out.flush();
        return 0;
    }

    private Map<WorkspaceId, Lag> lags() throws InterruptedException {
        Map<WorkspaceId, Lag> lags = new HashMap<>();
        Optional<LifeboatConfig> loaded = config.find(log.layout());
        try (LabHttp http = new LabHttp()) {
            for (WorkspaceConfig workspace :
                    loaded.map(LifeboatConfig::workspaces).orElse(java.util.List.of())) {
                lag(http, workspace).ifPresent(lag -> lags.put(workspace.id(), lag));
            }
        }
        return lags;
    }

    private static Optional<Lag> lag(LabHttp http, WorkspaceConfig workspace) throws InterruptedException {
        if (workspace.lag() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Lag.of(http.get(workspace.lag().toString())));
        } catch (IOException e) {
            return Optional.empty(); // shown as not known
        }
    }
}
