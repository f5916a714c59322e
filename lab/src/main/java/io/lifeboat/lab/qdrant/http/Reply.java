package io.lifeboat.lab.qdrant.http;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What goes on the wire: status, headers and a body of one of a few forms. */
public record Reply(int status, Optional<String> contentType, Map<String, String> headers, Body body) {
    public static final String JSON = "application/json";
    public static final String TEXT = "text/plain; charset=utf-8";

    /** The forms of a body. */
    public sealed interface Body {}

    /** A whole body. */
    public record Bytes(byte[] bytes) implements Body {}

    /** How a file is sent: a fault may hold it up, or end it. */
    public interface Pace {
        /** Nothing holds it up. */
        Pace FREE = sent -> true;

        /** Waits as long as it has to, {@code sent} bytes being sent. False to cut the connection now. */
        boolean goesOn(long sent);
    }

    /**
     * {@code length} bytes of a file.
     *
     * @param temporary whether it is all of the file, sent without its length and deleted after
     */
    public record Slice(Path file, long from, long length, boolean temporary, Pace pace) implements Body {
        static Slice of(Path file, long from, long length) {
            return new Slice(file, from, length, false, Pace.FREE);
        }

        public Slice at(Pace other) {
            return new Slice(file, from, length, temporary, other);
        }
    }

    /** {@code prefix} and then filler up to {@code length} bytes: a fault. */
    public record Filler(byte[] prefix, long length) implements Body {}

    /** The connection is closed and nothing is answered: a fault. */
    public record Nothing() implements Body {}

    public static Reply json(int status, Map<String, String> headers, String text) {
        return new Reply(status, Optional.of(JSON), headers, new Bytes(text.getBytes(StandardCharsets.UTF_8)));
    }

    public static Reply text(int status, String text, boolean typed) {
        Optional<String> type = typed ? Optional.of(TEXT) : Optional.empty();
        return new Reply(status, type, Map.of(), new Bytes(text.getBytes(StandardCharsets.UTF_8)));
    }

    public static Reply empty(int status) {
        return new Reply(status, Optional.empty(), Map.of(), new Bytes(new byte[0]));
    }

    public static Reply silence() {
        return new Reply(0, Optional.empty(), Map.of(), new Nothing());
    }
}
