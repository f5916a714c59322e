package io.lifeboat.detector.incident;

import io.lifeboat.detector.incident.health.HealthView;
import io.lifeboat.detector.incident.health.Heard;
import io.lifeboat.events.health.HealthEvent;
import io.lifeboat.events.health.TargetReported;
import io.lifeboat.events.health.TargetState;
import io.lifeboat.events.health.VantageBeat;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.TargetId;
import io.lifeboat.events.id.VantageId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.serde.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What vantages say, as a test tells it: a health view that is built up record by record. Not thread-safe. */
public final class Vantages {
    public static final WorkspaceId SHOP = new WorkspaceId("shop");
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    public static final List<VantageId> THREE =
            List.of(new VantageId("north"), new VantageId("south"), new VantageId("west"));
    public static final Duration PERIOD = Duration.ofSeconds(1);

    private HealthView view = HealthView.empty();
    private long beats;

    public HealthView view() {
        return view;
    }

    /** A name gives a process: "north" and "north again" are two. */
    public static ProcessId process(String name) {
        return new ProcessId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    public Vantages beat(String vantage, Instant at) {
        return beat(vantage, vantage, at, null, false);
    }

    public Vantages beat(String vantage, String process, Instant at, @Nullable String abstains, boolean leaving) {
        return hear(new VantageBeat(new VantageId(vantage), process(process), beats++, PERIOD, abstains, leaving), at);
    }

    public Vantages allBeat(Instant at) {
        THREE.forEach(vantage -> beat(vantage.value(), at));
        return this;
    }

    public Vantages says(String vantage, String target, TargetState state, Instant since) {
        return says(vantage, vantage, target, state, since, Arguments.none());
    }

    public Vantages says(
            String vantage, String process, String target, TargetState state, Instant since, Arguments detail) {
        return hear(report(vantage, process, target, state, since, detail), since);
    }

    public static TargetReported report(
            String vantage, String process, String target, TargetState state, Instant since, Arguments detail) {
        return new TargetReported(
                new VantageId(vantage),
                process(process),
                SHOP,
                new TargetId(target),
                "test",
                state,
                since,
                state + " seen by " + vantage,
                detail);
    }

    /** All three say so. */
    public Vantages allSay(String target, TargetState state, Instant since) {
        return allSay(target, state, since, Arguments.none());
    }

    public Vantages allSay(String target, TargetState state, Instant since, Arguments detail) {
        THREE.forEach(vantage -> says(vantage.value(), vantage.value(), target, state, since, detail));
        return this;
    }

    public Vantages hear(HealthEvent event, Instant at) {
        return hear(event, Heard.live(at, at));
    }

    public Vantages hear(HealthEvent event, Heard heard) {
        ProcessId process = switch (event) {
            case VantageBeat beat -> beat.process();
            case TargetReported report -> report.process();
        };
        view = view.apply(event, Writer.of(Service.DETECTOR, process), heard);
        return this;
    }
}
