package io.lifeboat.cli.log;

import io.lifeboat.events.fold.Fleet;
import io.lifeboat.events.fold.Owner;
import io.lifeboat.events.fold.Partition;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.health.TargetReported;
import io.lifeboat.events.health.VantageBeat;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.VantageId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.member.MemberBeat;
import io.lifeboat.events.serde.Keys;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * What Lifeboat's topics say, folded by the rules of the log. Immutable.
 *
 * @param members processes of services by their last beat; those that left in an orderly way are gone
 * @param vantages the last beat of each vantage
 * @param reports what each vantage said last of each target, by the key of the record
 * @param newest the newest append time of any topic: ages are told from it, so no local clock matters
 */
public record LogState(
        PMap<Integer, Partition> partitions,
        Fleet fleet,
        PMap<ProcessId, Beating> members,
        PMap<VantageId, VantageBeat> vantages,
        PMap<String, TargetReported> reports,
        Instant newest) {
    /** After that long without a beat a process counts as gone. */
    public static final Duration ALIVE = Duration.ofSeconds(3);

    public static LogState empty() {
        return new LogState(
                HashTreePMap.empty(),
                Fleet.empty(),
                HashTreePMap.empty(),
                HashTreePMap.empty(),
                HashTreePMap.empty(),
                Instant.EPOCH);
    }

    LogState with(Partition partition) {
        return new LogState(partitions.plus(partition.number(), partition), fleet, members, vantages, reports, newest);
    }

    LogState with(Fleet next) {
        return new LogState(partitions, next, members, vantages, reports, newest);
    }

    LogState with(VantageBeat beat) {
        PMap<VantageId, VantageBeat> next =
                beat.leaving() ? vantages.minus(beat.vantage()) : vantages.plus(beat.vantage(), beat);
        return new LogState(partitions, fleet, members, next, reports, newest);
    }

    LogState with(TargetReported report) {
        return new LogState(partitions, fleet, members, vantages, reports.plus(Keys.of(report), report), newest);
    }

    LogState with(MemberBeat beat, Instant at) {
        PMap<ProcessId, Beating> next = beat.leaving()
                ? members.minus(beat.process())
                : members.plus(
                        beat.process(),
                        new Beating(beat.service(), beat.process(), beat.instance(), beat.folded(), at));
        return new LogState(partitions, fleet, next, vantages, reports, newest);
    }

    LogState at(Instant time) {
        return time.isAfter(newest) ? new LogState(partitions, fleet, members, vantages, reports, time) : this;
    }

    /** A partition, empty if nothing stands in it. */
    public Partition partition(int number) {
        Partition partition = partitions.get(number);
        return partition == null ? Partition.empty(number) : partition;
    }

    /** All workspaces that the log names, by name. */
    public SortedMap<WorkspaceId, Workspace> workspaces() {
        SortedMap<WorkspaceId, Workspace> all = new TreeMap<>();
        partitions.values().forEach(partition -> all.putAll(partition.workspaces()));
        return all;
    }

    public Optional<Workspace> workspace(WorkspaceId id) {
        return Optional.ofNullable(workspaces().get(id));
    }

    /** Who owns a workspace's steps of a service. */
    public Optional<Owner> owner(WorkspaceId workspace, Service service) {
        return partitions.values().stream()
                .filter(partition -> partition.workspaces().containsKey(workspace))
                .flatMap(partition -> partition.owner(service).stream())
                .findFirst();
    }

    /** Processes whose beat is fresh, by service and name. */
    public List<Beating> alive() {
        return members.values().stream()
                .filter(member -> !member.at().isBefore(newest.minus(ALIVE)))
                .sorted(Comparator.comparing(Beating::service).thenComparing(Beating::instance))
                .toList();
    }

    public boolean isAlive(Service service) {
        return alive().stream().anyMatch(member -> member.service() == service);
    }
}
