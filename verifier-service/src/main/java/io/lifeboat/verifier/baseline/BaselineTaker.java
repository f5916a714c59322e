package io.lifeboat.verifier.baseline;

import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.incident.BaselineRecorded;
import io.lifeboat.verifier.VerifierSettings;
import io.lifeboat.verifier.baseline.MarkReader.Seen;
import io.lifeboat.workspaces.config.ProtectedCollection;
import io.lifeboat.workspaces.config.Site;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Watches one workspace while it is healthy, and takes its baseline when one is due. Its steps do I/O, so they run on a thread
 * of their own, never in a decider; not thread-safe.
 */
public final class BaselineTaker {
    private static final Logger LOG = Logger.getLogger(BaselineTaker.class);

    private final WorkspaceConfig config;
    private final VerifierSettings settings;
    private final MarkReader marks;
    private final BaselineReader reader;
    private final Head head;
    private final Looks looks;
    private final Prepared prepared;
    private final Clock clock;
    private @Nullable Look before;
    private String said = "";
    private Instant nextReading = Instant.MIN;

    /** What it needs beside the workspace. */
    public record Tools(
            VerifierSettings settings,
            MarkReader marks,
            BaselineReader reader,
            Head head,
            Looks looks,
            Prepared prepared,
            Clock clock) {}

    public BaselineTaker(WorkspaceConfig config, Tools tools) {
        this.config = config;
        this.settings = tools.settings();
        this.marks = tools.marks();
        this.reader = tools.reader();
        this.head = tools.head();
        this.looks = tools.looks();
        this.prepared = tools.prepared();
        this.clock = tools.clock();
    }

    /** One look; and a baseline, if one is due. Only the owner of the workspace's partition looks. */
    public void step() throws InterruptedException {
        Optional<Workspace> owned = head.owned(config.id());
        if (owned.isEmpty()) {
            before = null;
            return;
        }
        Workspace workspace = owned.get();
        Optional<String> unsuited = Healthy.unsuited(workspace);
        if (unsuited.isPresent()) {
            say("takes no baseline", unsuited.get());
            return;
        }
        Optional<Site> active = config.site(workspace.active());
        if (active.isEmpty()) {
            say("takes no baseline", workspace.active() + " is active, which is not configured");
            return;
        }
        switch (marks.look(config, active.get(), clock, settings.checks().request())) {
            case Seen.Nothing nothing -> say("takes no baseline", nothing.why());
            case Seen.Whole whole -> seen(workspace, active.get(), whole.look());
        }
    }

    private void seen(Workspace workspace, Site active, Look look) throws InterruptedException {
        Look previous = before;
        before = look;
        looks.put(config.id(), look);
        if (previous == null) {
            return; // one look alone cannot tell what is quiet
        }
        Map<String, Integer> wanted = wanted(look);
        Set<String> quiet = wanted.keySet().stream()
                .filter(name -> look.isQuietSince(previous, name))
                .collect(Collectors.toSet());
        BaselinePace pace = new BaselinePace(
                settings.baseline().every(), settings.baseline().atMost());
        BaselineRecorded last = last(workspace);
        Optional<String> due = pace.due(last, look, wanted.keySet(), quiet, clock.instant());
        if (due.isEmpty()) {
            due = outdated(active, last, quiet);
        }
        if (due.isPresent()) {
            take(active, look, new BaselineReader.Wanted(wanted, quiet), due.get());
        }
    }

    /** Reading this costs a server time, so it is done as rarely as baselines are taken. */
    private Optional<String> outdated(Site active, @Nullable BaselineRecorded last, Set<String> quiet)
            throws InterruptedException {
        Instant now = clock.instant();
        if (last == null || now.isBefore(nextReading)) {
            return Optional.empty();
        }
        nextReading = now.plus(settings.baseline().atMost());
        return reader.outdated(config, active, last, quiet);
    }

    /** What is in the log, or prepared and on its way there. */
    private @Nullable BaselineRecorded last(Workspace workspace) {
        BaselineRecorded logged = workspace.baseline();
        return prepared.of(config.id())
                .filter(made -> made.site().equals(workspace.active()))
                .filter(made -> logged == null || made.takenAt().isAfter(logged.takenAt()))
                .orElse(logged);
    }

    /** Collections with their number of golden queries: the configured ones, or all that there are. */
    private Map<String, Integer> wanted(Look look) {
        Map<String, Integer> wanted = new HashMap<>();
        if (config.collections().isEmpty()) {
            look.collections()
                    .keySet()
                    .forEach(name -> wanted.put(name, settings.baseline().golden()));
        }
        for (ProtectedCollection collection : config.collections()) {
            if (look.of(collection.name()).isPresent()) {
                wanted.put(collection.name(), collection.golden());
            }
        }
        return wanted;
    }

    private void take(Site active, Look look, BaselineReader.Wanted wanted, String due) throws InterruptedException {
        Optional<BaselineRecorded> taken = reader.take(config, active, look, wanted);
        if (taken.isEmpty()) {
            return;
        }
        said = "";
        LOG.infof(
                "took a baseline workspace=%s site=%s collections=%d quiet=%d why=%s",
                config.id(), active.id(), wanted.golden().size(), wanted.quiet().size(), due);
        prepared.put(taken.get());
        head.poke(config.id());
    }

    /** Says a reason once, until it is another one. */
    private void say(String what, String why) {
        if (!said.equals(why)) {
            said = why;
            LOG.infof("%s workspace=%s why=%s", what, config.id(), why);
        }
    }
}
