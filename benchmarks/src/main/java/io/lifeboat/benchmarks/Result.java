package io.lifeboat.benchmarks;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What a benchmark found.
 *
 * @param unit of ours and of the peer's figure, such as {@code ms}
 * @param ours the figure of Lifeboat
 * @param peer the peer's, taken in the same run; empty where the goal is a bound of its own
 */
public record Result(String name, String unit, double ours, OptionalDouble peer, Goal goal) {

    public Result {
        if (!Double.isFinite(ours) || ours < 0) {
            throw new IllegalArgumentException("ours: expected a number of zero or more, got " + ours);
        }
        if (peer.isPresent() && !(peer.getAsDouble() > 0)) {
            throw new IllegalArgumentException("peer: expected more than zero, got " + peer.getAsDouble());
        }
        if (peer.isPresent() == goal instanceof Goal.AtMost) {
            throw new IllegalArgumentException("peer: expected one exactly where the goal is a ratio");
        }
    }

    /** Ours beside a peer. */
    public static Result beside(String name, String unit, double ours, double peer, Goal goal) {
        return new Result(name, unit, ours, OptionalDouble.of(peer), goal);
    }

    /** Ours alone, under a bound. */
    public static Result alone(String name, String unit, double ours, double atMost) {
        return new Result(name, unit, ours, OptionalDouble.empty(), new Goal.AtMost(atMost));
    }

    /** Ours divided by the peer's, or by the bound where there is no peer. */
    public double ratio() {
        return ours / peer.orElse(goal.bound());
    }

    /** What people read before the last line. */
    public String verdict() {
        return "goal: %s (%s): %s".formatted(goal.text(), unit, goal.isMet(this) ? "met" : "MISSED");
    }

    /** The last line of a benchmark's output. */
    public String line() {
        return "%s ours=%s peer=%s ratio=%s goal=%s"
                .formatted(
                        name,
                        number(ours),
                        peer.isPresent() ? number(peer.getAsDouble()) : "none",
                        number(ratio()),
                        number(goal.bound()));
    }

    /** Whole numbers from a thousand on; below, as many places as say something. */
    static String number(double value) {
        if (value >= 1000) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        String text = String.format(Locale.ROOT, value >= 10 ? "%.2f" : "%.4f", value);
        return text.replaceFirst("\\.?0+$", "");
    }
}
