package io.lifeboat.cli.terminal;

import java.nio.charset.Charset;

/**
 * Signs that say at a glance how something stands.
 *
 * @param good done, up
 * @param bad failed, down
 * @param busy under way
 * @param idle not yet, or not at all
 * @param to from one thing to the next
 */
public record Marks(String good, String bad, String busy, String idle, String to, String rule) {
    public static final Marks UNICODE = new Marks("✓", "✗", "▸", "·", "→", "─");
    public static final Marks ASCII = new Marks("+", "x", ">", ".", "->", "-");

    /** Those that can be written in that encoding. */
    public static Marks in(Charset charset) {
        return charset.newEncoder().canEncode("✓▸→─") ? UNICODE : ASCII;
    }
}
