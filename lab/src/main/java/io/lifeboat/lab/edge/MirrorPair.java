package io.lifeboat.lab.edge;

/**
 * Which site's accepted writes are copied to which other.
 *
 * @param from copied only while this is the current target
 * @param to the standby
 */
public record MirrorPair(Target from, Target to) {

    public MirrorPair {
        if (from.equals(to)) {
            throw new IllegalArgumentException("to: expected another site than from, was " + to);
        }
    }

    /** Reads {@code FROM=TO}. */
    public static MirrorPair parse(String text) {
        String[] sides = text.split("=", -1);
        if (sides.length != 2) {
            throw new IllegalArgumentException("mirror: expected FROM=TO, each host:port, was '" + text + "'");
        }
        return new MirrorPair(Target.parse(sides[0]), Target.parse(sides[1]));
    }
}
