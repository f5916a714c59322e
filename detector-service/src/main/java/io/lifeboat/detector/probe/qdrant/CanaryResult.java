package io.lifeboat.detector.probe.qdrant;

import io.lifeboat.detector.probe.ProbeResult;

/** What trying one collection showed. */
sealed interface CanaryResult {

    record Sound() implements CanaryResult {}

    /** This collection does not do what it should. */
    record Unsound(Finding finding) implements CanaryResult {}

    /** The node itself was lost meanwhile, or does not let us in: that is no matter of one collection. */
    record NodeTrouble(ProbeResult result) implements CanaryResult {}
}
