package io.lifeboat.detector.incident.health;

import io.lifeboat.events.health.HealthEvent;
import io.lifeboat.events.health.TargetReported;
import io.lifeboat.events.health.VantageBeat;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.TargetId;
import io.lifeboat.events.id.VantageId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.serde.Writer;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * {@code lifeboat.health} folded up to some record: each vantage's latest word on each target, and who speaks for it.
 * Immutable, pure and total: what cannot count changes nothing.
 *
 * <p>Only the process that speaks for a vantage now has a vote. What its dead predecessor reported is not taken over: it
 * counts again once the new process has looked for itself.
 *
 * @param newest append time of the newest record read
 */
public record HealthView(PMap<VantageId, Voice> voices, PMap<Sight, TargetReported> reports, Instant newest) {

    /** One vantage's view of one target. */
    record Sight(VantageId vantage, WorkspaceId workspace, TargetId target) {}

    public static HealthView empty() {
        return new HealthView(HashTreePMap.empty(), HashTreePMap.empty(), Instant.EPOCH);
    }

    /** The view after one more record. A record that its writer tells for another process counts for nothing. */
    public HealthView apply(HealthEvent event, Writer writer, Heard heard) {
        HealthView timed =
                heard.appendedAt().isAfter(newest) ? new HealthView(voices, reports, heard.appendedAt()) : this;
        return isWhole(event) && isOwnWord(event, writer) ? timed.hear(event, heard) : timed;
    }

    private boolean isOwnWord(HealthEvent event, Writer writer) {
        ProcessId process = process(event);
        Voice voice = voices.get(event.vantage());
        return writer.is(Service.DETECTOR)
                && writer.process().equals(process)
                && (voice == null || !voice.isReplaced(process));
    }

    /** JSON may lack anything: what lacks something that is needed says nothing. */
    private static boolean isWhole(HealthEvent event) {
        return switch (event) {
            case VantageBeat beat ->
                all(beat.vantage(), beat.process(), beat.period())
                        && !beat.period().isNegative();
            case TargetReported report ->
                all(report.vantage(), report.process(), report.workspace(), report.target(), report.state())
                        && all(report.since(), report.evidence(), report.detail());
        };
    }

    private static boolean all(@Nullable Object... fields) {
        return Stream.of(fields).allMatch(Objects::nonNull);
    }

    private HealthView hear(HealthEvent event, Heard heard) {
        Voice before = voices.get(event.vantage());
        Voice voice = before == null ? Voice.of(process(event)) : before.takenBy(process(event));
        return switch (event) {
            case VantageBeat beat ->
                new HealthView(voices.plus(beat.vantage(), voice.beats(beat, heard)), reports, newest);
            case TargetReported report ->
                new HealthView(
                        voices.plus(report.vantage(), voice),
                        reports.plus(new Sight(report.vantage(), report.workspace(), report.target()), report),
                        newest);
        };
    }

    private static ProcessId process(HealthEvent event) {
        return switch (event) {
            case VantageBeat beat -> beat.process();
            case TargetReported report -> report.process();
        };
    }

    /** What a vantage says of a target now. */
    public Ballot ballot(VantageId vantage, WorkspaceId workspace, TargetId target, Instant now) {
        Voice voice = voices.get(vantage);
        if (voice == null) {
            return Ballot.none(vantage, target, "it has never been heard of");
        }
        Optional<String> silence = voice.silence(newest, now);
        if (silence.isPresent()) {
            return Ballot.none(vantage, target, silence.get());
        }
        TargetReported report = reports.get(new Sight(vantage, workspace, target));
        return report == null || !report.process().equals(voice.process())
                ? Ballot.none(vantage, target, "it has not reported this target since it started")
                : Ballot.of(report);
    }

    /** Whatever any vantage has ever reported of a workspace. */
    public Stream<TargetId> targets(WorkspaceId workspace) {
        return reports.keySet().stream()
                .filter(sight -> sight.workspace().equals(workspace))
                .map(Sight::target)
                .distinct()
                .sorted();
    }

    /** When the next vote ends for want of a beat: after that a verdict may be another one without any record. */
    public Optional<Instant> nextSilence(Instant now) {
        return voices.values().stream()
                .flatMap(voice -> voice.freshUntil().stream())
                .filter(until -> until.isAfter(now))
                .min(Comparator.naturalOrder());
    }
}
