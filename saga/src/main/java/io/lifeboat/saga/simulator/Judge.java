package io.lifeboat.saga.simulator;

import io.lifeboat.events.fold.StepState;
import io.lifeboat.events.id.ClaimId;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.incident.StepClaimed;
import io.lifeboat.events.incident.StepEnded;
import io.lifeboat.events.incident.StepEnded.Verdict;
import io.lifeboat.events.step.EffectClass;
import io.lifeboat.saga.traffic.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps the journal of what really happened in the simulated world, and finds what must not happen. It judges effects, not what
 * the participants say of them; of the log it knows only what landed when. Not thread-safe.
 */
final class Judge {
    private record StepKey(IncidentId incident, StepId step) {}

    private record Move(IncidentId incident, long seq, long claimedAt, boolean byItself) {}

    private final World world;
    private final List<String> violations = new ArrayList<>();
    private final Map<ClaimId, Long> claimedAt = new HashMap<>();
    private final Map<ClaimId, Verdict> verdicts = new HashMap<>();
    private final Map<StepKey, ClaimId> succeeded = new HashMap<>();
    private final Map<StepKey, ClaimId> latestClaims = new HashMap<>();
    private final Set<ClaimId> attempts = new HashSet<>();
    private final Set<ClaimId> created = new HashSet<>();
    private final Map<ClaimId, Integer> begun = new HashMap<>();
    private final Map<StepKey, ClaimId> bare = new HashMap<>();
    private final Set<StepKey> allowed = new HashSet<>();
    private final Set<StepKey> approved = new HashSet<>();
    private final Set<String> assessed = new HashSet<>();
    private final Map<String, IncidentId> sequences = new HashMap<>();
    private final Map<Integer, List<Move>> moves = new HashMap<>();
    private final Map<Integer, Long> acknowledged = new HashMap<>();
    private final Map<String, Long> holds = new HashMap<>();
    private final Map<io.lifeboat.events.id.CommandId, IncidentId> commanded = new HashMap<>();

    Judge(World world) {
        this.world = world;
    }

    List<String> violations() {
        return violations;
    }

    void violated(String kind, String form, Object... arguments) {
        String text = kind + ": " + form.formatted(arguments);
        world.trace("== %s", text);
        violations.add(text);
    }

    // ---- what landed in the log

    void claimLanded(StepClaimed claim, boolean effective) {
        claimedAt.putIfAbsent(claim.claim(), world.time().millis());
        if (effective) {
            latestClaims.put(new StepKey(claim.incident(), claim.step()), claim.claim());
        }
        if (effective && !attempts.add(claim.claim()) && !world.isTruncated()) {
            violated("TWO ATTEMPTS", "two attempts of %s share the claim %s", claim.step(), World.brief(claim.claim()));
        }
    }

    void verdictLanded(StepEnded ended, boolean effective) {
        ClaimId latest = latestClaims.get(new StepKey(ended.incident(), ended.step()));
        if (effective && !ended.claim().equals(latest) && !world.isTruncated()) {
            violated("SUPERSEDED", "%s ends by the verdict of claim %s, but claim %s is at work on it",
                    ended.step(), World.brief(ended.claim()), latest);
        }
        verdicts.putIfAbsent(ended.claim(), ended.verdict());
        if (ended.verdict() == Verdict.SUCCEEDED && !ended.unsealed()) {
            succeeded.putIfAbsent(new StepKey(ended.incident(), ended.step()), ended.claim());
        }
    }

    void opened(int workspace, IncidentId incident, io.lifeboat.events.id.CommandId command) {
        IncidentId before = command == null ? null : commanded.putIfAbsent(command, incident);
        if (before != null && !before.equals(incident) && !world.isTruncated()) {
            violated("COMMAND", "command %s opened both %s and %s", command, before, incident);
        }
    }

    // ---- what people did

    void held(String scope) {
        holds.putIfAbsent(scope, world.time().millis());
    }

    void released(String scope) {
        holds.remove(scope);
    }

    void approvedByPerson(IncidentId incident, StepId step) {
        approved.add(new StepKey(incident, step));
        allowed.add(new StepKey(incident, step));
    }

    void acknowledged(int workspace) {
        acknowledged.put(workspace, world.time().millis());
    }

    // ---- what participants did

    /** A process starts an effect: its first request leaves. */
    void begins(EffectMark mark) {
        world.trace(
                "%s begins %s of %s, claim %s",
                world.nameOf(mark.process()), mark.step().id(), mark.incident(), World.brief(mark.claim()));
        if (world.isTruncated()) {
            return;
        }
        StepKey key = new StepKey(mark.incident(), mark.step().id());
        checkIntent(mark);
        checkHolds(mark);
        checkApproval(mark, key);
        checkEnded(mark, key);
        checkSequence(mark);
    }

    private void checkIntent(EffectMark mark) {
        if (!claimedAt.containsKey(mark.claim())) {
            violated(
                    "INTENT",
                    "%s acts on claim %s, which is not in the log",
                    mark.step().id(),
                    World.brief(mark.claim()));
        }
    }

    private void checkHolds(EffectMark mark) {
        long claim = claimedAt.getOrDefault(mark.claim(), 0L);
        for (String scope : List.of("fleet", "w" + mark.workspace())) {
            Long since = holds.get(scope);
            if (since != null && since < claim && claim > 0) {
                violated(
                        "HELD",
                        "%s of %s begins, but %s has been held since %d ms, before its claim at %d ms",
                        mark.step().id(),
                        mark.incident(),
                        scope,
                        since,
                        claim);
            }
        }
    }

    private void checkApproval(EffectMark mark, StepKey key) {
        if (mark.step().approval().needed() && !approved.contains(key)) {
            violated(
                    "UNAPPROVED",
                    "%s of %s begins, but nobody approved",
                    mark.step().id(),
                    mark.incident());
        }
    }

    private void checkEnded(EffectMark mark, StepKey key) {
        ClaimId done = succeeded.get(key);
        if (done != null
                && !done.equals(mark.claim())
                && claimedAt.getOrDefault(mark.claim(), 0L) > claimedAt.getOrDefault(done, 0L)) {
            violated(
                    "REOPEN",
                    "%s of %s had succeeded and begins again",
                    mark.step().id(),
                    mark.incident());
        }
    }

    private void checkSequence(EffectMark mark) {
        IncidentId other = sequences.putIfAbsent(mark.workspace() + "/" + mark.seq(), mark.incident());
        if (other != null && !other.equals(mark.incident())) {
            violated(
                    "TWO OPENED", "incident %d of the workspace is both %s and %s", mark.seq(), other, mark.incident());
        }
    }

    /** An effect that is not about traffic landed. */
    boolean happened(EffectMark mark, boolean failed) {
        StepKey key = new StepKey(mark.incident(), mark.step().id());
        if (mark.step().effect() == EffectClass.KEYED && !created.add(mark.claim()) && begun(mark) > 1) {
            violated("TWICE", "what claim %s creates is created twice", World.brief(mark.claim()));
        }
        if (mark.step().effect() == EffectClass.BARE && !world.isTruncated()) {
            checkBare(mark, key);
        }
        if (mark.step().id().value().equals("assess") && !failed) {
            assessed.add(mark.incident() + "/" + mark.step().arguments().required("site"));
        }
        return !failed;
    }

    private int begun(EffectMark mark) {
        return begun.merge(mark.claim(), 1, Integer::sum) + 1;
    }

    private void checkBare(EffectMark mark, StepKey key) {
        ClaimId before = bare.put(key, mark.claim());
        if (before != null && !mark.step().mayRunTwice() && !allowed.contains(key)) {
            violated(
                    "BARE TWICE",
                    "%s of %s happened twice, and nobody allowed it",
                    mark.step().id(),
                    mark.incident());
        }
    }

    /** A write to the traffic target was applied. */
    void switched(int workspace, EffectMark mark, Reading before, Reading after) {
        boolean moves = !before.value().equals(after.value());
        world.trace(
                "target w%d applies %s e%d %s (was %s e%d %s)",
                workspace, after.value(), after.epoch(), brief(after), before.value(), before.epoch(), brief(before));
        if (after.epoch() < before.epoch()) {
            violated("LOWER EPOCH", "a write of epoch %d was applied over epoch %d", after.epoch(), before.epoch());
        }
        if (after.epoch() == before.epoch() && !after.claim().equals(before.claim())) {
            violated("EQUAL EPOCH", "two claims were applied with epoch %d", after.epoch());
        }
        if (moves) {
            moved(workspace, mark);
        }
    }

    private static String brief(Reading reading) {
        return reading.claim().isEmpty() ? "-" : reading.claim().substring(0, 8);
    }

    private void moved(int workspace, EffectMark mark) {
        if (verdicts.containsKey(mark.claim()) && verdicts.get(mark.claim()) != Verdict.SUCCEEDED) {
            violated(
                    "STALE EFFECT",
                    "traffic moves by claim %s, which had the verdict %s",
                    World.brief(mark.claim()),
                    verdicts.get(mark.claim()));
        }
        if (world.isTruncated()) {
            return;
        }
        checkNotEnded(workspace, mark);
        String site = mark.step().arguments().required("site");
        boolean back = mark.step().compensates() != null;
        if (!back && !assessed.contains(mark.incident() + "/" + site)) {
            violated("UNASSESSED", "traffic moves to %s, which %s did not assess", site, mark.incident());
        }
        record(workspace, mark, back);
    }

    private void checkNotEnded(int workspace, EffectMark mark) {
        world.workspace(workspace)
                .find(mark.incident())
                .flatMap(incident -> incident.find(mark.step().id()))
                .map(status -> status.state())
                .filter(state -> state instanceof StepState.Skipped
                        || state instanceof StepState.Failed failed && !failed.unsealed())
                .ifPresent(state -> violated(
                        "AFTER THE END",
                        "traffic moves by %s, which has ended as %s",
                        mark.step().id(),
                        state));
    }

    private void record(int workspace, EffectMark mark, boolean back) {
        List<Move> before = moves.computeIfAbsent(workspace, w -> new ArrayList<>());
        boolean byItself = mark.automatic() && !mark.step().approval().needed() && !back;
        Move move = new Move(mark.incident(), mark.seq(), claimedAt.getOrDefault(mark.claim(), 0L), byItself);
        if (!before.isEmpty()) {
            checkAgainst(workspace, before.get(before.size() - 1), move);
        }
        before.add(move);
        checkBrake(move);
    }

    private void checkAgainst(int workspace, Move last, Move move) {
        if (move.seq() < last.seq()) {
            violated(
                    "TWO RECOVERIES",
                    "%s moves traffic after %s, which is newer, did",
                    move.incident(),
                    last.incident());
        }
        long gap = move.claimedAt() - last.claimedAt();
        boolean other = !move.incident().equals(last.incident());
        boolean taken = acknowledged.getOrDefault(workspace, -1L) >= last.claimedAt();
        if (other && move.byItself() && !taken && gap < SimDetector.COOL_DOWN.toMillis() - World.CLOCK_SLACK) {
            violated("FLAPPING", "%s moves traffic %d ms after %s did", move.incident(), gap, last.incident());
        }
    }

    private void checkBrake(Move move) {
        if (!move.byItself()) {
            return;
        }
        long from = move.claimedAt() - SimDetector.BRAKE.window().toMillis() + World.CLOCK_SLACK;
        Set<IncidentId> admitted = new HashSet<>();
        moves.values()
                .forEach(list -> list.stream()
                        .filter(m -> m.byItself()
                                && world.openedAt(m.incident()) > from
                                && m.claimedAt() <= move.claimedAt())
                        .forEach(m -> admitted.add(m.incident())));
        if (world.openedAt(move.incident()) > from && admitted.size() > SimDetector.BRAKE.most()) {
            violated(
                    "BRAKE",
                    "%d workspaces were moved by themselves at once, at most %d may be",
                    admitted.size(),
                    SimDetector.BRAKE.most());
        }
    }

    /** The log has lost its tail: what stood there is not known any more. */
    void truncated(List<StepEnded> lost) {
        lost.forEach(ended -> verdicts.remove(ended.claim()));
    }
}
