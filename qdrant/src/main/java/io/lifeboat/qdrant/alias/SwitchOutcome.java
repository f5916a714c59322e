package io.lifeboat.qdrant.alias;

import io.lifeboat.qdrant.answer.Answer.Failure;

/** How a conditional switch ended, judged by what stood there afterwards. */
public sealed interface SwitchOutcome {

    /** Our marker and our collection stand there. */
    record Moved(AliasState seen) implements SwitchOutcome {}

    /** Somebody else's marker stands there, or none at all: observe its epoch, then try anew under a higher one. */
    record Stale(AliasState seen) implements SwitchOutcome {}

    /**
     * The expected marker still stands.
     *
     * @param mayStillLand the request may yet be applied (it timed out, or its connection broke): seal before calling
     *     it failed
     */
    record NothingMoved(AliasState seen, Failure<Boolean> why, boolean mayStillLand) implements SwitchOutcome {}

    /** Our marker stands, but the alias points elsewhere: the batch stopped halfway. Go on from our marker. */
    record PartlyApplied(AliasState seen) implements SwitchOutcome {}

    /** It could not be seen what stands there. */
    record Unseen(Failure<AliasState> why) implements SwitchOutcome {}
}
