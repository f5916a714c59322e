package io.lifeboat.events.fold;

import static io.lifeboat.events.fold.Ruling.voided;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.lifeboat.events.UnknownEvent;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.LogPinned;
import io.lifeboat.events.incident.OwnerMarked;
import io.lifeboat.events.incident.WorkspaceEvent;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * A partition of {@code lifeboat.incidents} folded up to some record: who owns it, the log's time, its workspaces.
 * Immutable; the same records give the same value, whoever folds them and whenever.
 *
 * @param time running maximum of the append times: time in the fold never goes back
 * @param next offset of the next record to fold
 * @param pinned the genesis record; absent in an empty log
 * @param ruling what the rules said of the last record
 * @param guards all of them, but in the simulator
 */
public record Partition(
        int number,
        Instant time,
        long next,
        @Nullable LogPinned pinned,
        PMap<Service, Owner> owners,
        PMap<WorkspaceId, Workspace> workspaces,
        Ruling ruling,
        @JsonIgnore Guards guards) {

    public static Partition empty(int number) {
        return empty(number, Guards.ALL);
    }

    /** For the simulator: with some guards taken out. */
    public static Partition empty(int number, Guards guards) {
        return new Partition(
                number, Instant.EPOCH, 0, null, HashTreePMap.empty(), HashTreePMap.empty(), Ruling.effective(), guards);
    }

    /** The partition after one more record. Total: what counts for nothing is void, never an error. */
    public Partition apply(LogRecord record) {
        Instant at = record.appendedAt().isAfter(time) ? record.appendedAt() : time;
        Partition timed =
                new Partition(number, at, record.offset() + 1, pinned, owners, workspaces, Ruling.effective(), guards);
        return switch (record.event()) {
            case LogPinned genesis -> timed.pin(genesis, record);
            case OwnerMarked marked -> timed.mark(marked, record);
            case WorkspaceEvent event -> timed.fold(event, record);
            case UnknownEvent unknown -> timed.keep(unknown);
            default ->
                timed.ruled(voided(
                        "a %s does not belong into this topic",
                        record.event().getClass().getSimpleName()));
        };
    }

    private Partition pin(LogPinned genesis, LogRecord record) {
        if (!record.writer().is(Service.DETECTOR)) {
            return ruled(
                    voided("written by %s, expected detector", record.writer().name()));
        }
        return pinned != null
                ? ruled(voided("the log is pinned to %d partitions already", pinned.partitions()))
                : new Partition(number, time, next, genesis, owners, workspaces, Ruling.effective(), guards);
    }

    private Partition mark(OwnerMarked marked, LogRecord record) {
        Owner owner = owners.get(marked.service());
        if (!record.writer().is(marked.service()) || !record.writer().process().equals(marked.process())) {
            return ruled(
                    voided("written by %s, expected %s itself", record.writer().name(), marked.service()));
        }
        if (owner != null && marked.term() <= owner.term()) {
            return ruled(voided("term %d, expected more than %d", marked.term(), owner.term()));
        }
        PMap<Service, Owner> marks = owners.plus(marked.service(), new Owner(marked.process(), marked.term()));
        return new Partition(number, time, next, pinned, marks, workspaces, Ruling.effective(), guards);
    }

    private Partition fold(WorkspaceEvent event, LogRecord record) {
        Workspace before = workspace(event.workspace());
        Folded folded = WorkspaceFold.apply(before, event, new Context(time, record.writer(), owners, guards));
        return with(folded.workspace(), folded.ruling());
    }

    private Partition keep(UnknownEvent unknown) {
        return unknown.critical() && unknown.workspace() != null
                ? with(workspace(unknown.workspace()).readOnly(unknown.type()), new Ruling.Unknown())
                : ruled(new Ruling.Unknown());
    }

    private Partition with(Workspace workspace, Ruling said) {
        PMap<WorkspaceId, Workspace> all = workspaces.plus(workspace.id(), workspace);
        return new Partition(number, time, next, pinned, owners, all, said, guards);
    }

    private Partition ruled(Ruling said) {
        return new Partition(number, time, next, pinned, owners, workspaces, said, guards);
    }

    /** A workspace, in its initial state if nothing has been said of it. */
    public Workspace workspace(WorkspaceId id) {
        Workspace workspace = workspaces.get(id);
        return workspace == null ? Workspace.initial(id) : workspace;
    }

    public Optional<Owner> owner(Service service) {
        return Optional.ofNullable(owners.get(service));
    }
}
