package io.lifeboat.failover.http;

import java.nio.charset.StandardCharsets;

/** A whole answer. */
public record Reply(int status, String body) {
    private static final int SHOWN = 200;

    Reply(int status, byte[] body) {
        this(status, new String(body, StandardCharsets.UTF_8));
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** For people: the status and the beginning of the body, on one line. */
    public String summary() {
        String line = body.replaceAll("\\s+", " ").strip();
        String shown = line.length() > SHOWN ? line.substring(0, SHOWN) + "..." : line;
        return shown.isEmpty() ? "answered " + status : "answered %d: %s".formatted(status, shown);
    }
}
