package io.lifeboat.detector.probe.qdrant;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Which of a node's collections are tried in one run, and what that says of the node as a whole. One collection in turn;
 * while any fails also all that failed before, and others until one is found that serves: one broken collection is no
 * outage, and none that serves is one. Those without a blemish come first, so that the one that serves is found before the
 * time is over. Belongs to one event loop.
 */
final class CollectionRound {
    private final Deque<String> fresh;
    private final Deque<String> suspects;
    private boolean begun;
    private boolean suspecting;
    private boolean failing;
    private boolean serving;

    /**
     * @param turns all that may be tried, the next in turn first
     * @param failed what failed before
     */
    CollectionRound(List<String> turns, Collection<String> failed) {
        this.fresh = new ArrayDeque<>(
                turns.stream().filter(name -> !failed.contains(name)).toList());
        this.suspects = new ArrayDeque<>(turns.stream().filter(failed::contains).toList());
        this.suspecting = !suspects.isEmpty();
    }

    /** The next one to try, if there is more to be known. */
    Optional<String> next() {
        boolean another = !begun || suspecting && !serving;
        begun = true;
        return Optional.ofNullable(another && !fresh.isEmpty() ? fresh.poll() : suspects.poll());
    }

    /** Points of this collection were read, and found where that was tried. */
    void serves() {
        serving = true;
    }

    /** It could not be read or searched. */
    void fails() {
        suspecting = true;
        failing = true;
    }

    /** Whether no collection was found that serves, though one was looked for. */
    boolean servesNobody() {
        return failing && !serving;
    }
}
