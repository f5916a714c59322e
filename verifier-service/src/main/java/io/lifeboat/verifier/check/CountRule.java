package io.lifeboat.verifier.check;

/**
 * When a count is right. In a collection that was not written to it must be that of the baseline. In any other it may have
 * grown, and may be lower by no more than is known to be missing: the operations that were not copied at the switch, or the
 * acknowledged writes that are lost, whichever is more (mostly they are the same). Points that users deleted since the
 * baseline are not known of, so a baseline must be recent; it is taken anew after each change and every few minutes.
 */
final class CountRule {
    private CountRule() {}

    static CheckResult judge(long recorded, long found, Written written, Lag lag, Losses losses) {
        if (written.isUnwritten()) {
            return found == recorded
                    ? CheckResult.passed("%d points, as recorded", found)
                    : CheckResult.failed("%d points, recorded were %d, and it is unwritten since", found, recorded);
        }
        long explained = Math.max(lag.operations().orElse(0), lost(losses));
        if (found >= recorded) {
            return CheckResult.passed("%d points, recorded were %d", found, recorded);
        }
        return recorded - found <= explained
                ? CheckResult.passed(
                        "%d points, recorded were %d; %d writes are known to be missing", found, recorded, explained)
                : CheckResult.notYet(
                        "%d points, recorded were %d; only %d writes are known to be missing",
                        found, recorded, explained);
    }

    private static long lost(Losses losses) {
        return switch (losses) {
            case Losses.Known known -> known.lost().size();
            case Losses.Unknown unknown -> 0;
        };
    }
}
