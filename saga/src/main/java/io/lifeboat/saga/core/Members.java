package io.lifeboat.saga.core;

import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.member.MemberBeat;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Who is alive, by the beats in {@code lifeboat.members}. Ages are differences of append times, so no local clock matters.
 * It decides only when somebody tries to take over. Not thread-safe.
 */
final class Members {
    private record Seen(Instant at, boolean leaving) {}

    private final Duration aliveFor;
    private final Map<Service, Map<ProcessId, Seen>> beats = new HashMap<>();
    private Instant newest = Instant.EPOCH;
    private Instant oldest = Instant.MAX;

    Members(Duration aliveFor) {
        this.aliveFor = aliveFor;
    }

    void heard(MemberBeat beat, Instant appendedAt) {
        newest = appendedAt.isAfter(newest) ? appendedAt : newest;
        oldest = appendedAt.isBefore(oldest) ? appendedAt : oldest;
        Map<ProcessId, Seen> ofService = beats.computeIfAbsent(beat.service(), s -> new HashMap<>());
        ofService.values().removeIf(seen -> isOld(seen.at().plus(aliveFor.multipliedBy(20))));
        ofService.put(beat.process(), new Seen(appendedAt, beat.leaving()));
    }

    boolean isAlive(Service service, ProcessId process) {
        Seen seen = beats.getOrDefault(service, Map.of()).get(process);
        return seen != null && !seen.leaving() && !isOld(seen.at().plus(aliveFor));
    }

    /** Whether it ended in an orderly way, so that nobody need wait. */
    boolean hasLeft(Service service, ProcessId process) {
        Seen seen = beats.getOrDefault(service, Map.of()).get(process);
        return seen != null && seen.leaving();
    }

    /** Whether beats have been heard long enough to tell that somebody is silent. */
    boolean hasListened() {
        return !oldest.equals(Instant.MAX) && isOld(oldest.plus(aliveFor));
    }

    private boolean isOld(Instant until) {
        return newest.isAfter(until);
    }

    /** The process that should own a partition: the highest of the living by rendezvous hash. */
    Optional<ProcessId> first(Service service, int partition) {
        return beats.getOrDefault(service, Map.of()).keySet().stream()
                .filter(process -> isAlive(service, process))
                .max((a, b) -> {
                    int byWeight = Long.compare(weight(a, partition), weight(b, partition));
                    return byWeight != 0 ? byWeight : a.compareTo(b);
                });
    }

    private static long weight(ProcessId process, int partition) {
        CRC32C crc = new CRC32C();
        crc.update((partition + "/" + process).getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }
}
