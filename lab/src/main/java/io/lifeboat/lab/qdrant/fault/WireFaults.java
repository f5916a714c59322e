package io.lifeboat.lab.qdrant.fault;

import io.lifeboat.lab.qdrant.http.QdrantError;
import io.lifeboat.lab.qdrant.http.Reply;
import io.lifeboat.lab.qdrant.http.Route;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Lets the faults act on a request: before it is served, on its route, and on its reply. */
public final class WireFaults {
    /** Four times what Lifeboat's clients are to accept. */
    static final long HUGE = 64L * 1024 * 1024;

    private static final String PAGE =
            "<!DOCTYPE html><html><head><title>Sign in</title></head><body><h1>Welcome</h1></body></html>\n";

    private final ActiveFaults faults;
    private final DownloadFaults downloads;

    public WireFaults(ActiveFaults faults) {
        this.faults = faults;
        this.downloads = new DownloadFaults(faults);
    }

    /** A reply in the place of the real one; a delay lets the real one come, later. */
    public Optional<Reply> before(Optional<String> collection) {
        if (faults.strike(FaultKind.BLACK_HOLE, collection).isPresent()) {
            faults.awaitEnd(FaultKind.BLACK_HOLE, ActiveFaults.forEver());
            return Optional.of(Reply.silence());
        }
        faults.strike(FaultKind.DELAY, collection).ifPresent(fault -> faults.awaitEnd(FaultKind.DELAY, fault.delay()));
        if (faults.strike(FaultKind.GARBAGE_HTML, collection).isPresent()) {
            byte[] page = PAGE.getBytes(StandardCharsets.UTF_8);
            return Optional.of(new Reply(200, Optional.of("text/html"), Map.of(), new Reply.Bytes(page)));
        }
        return faults.strike(FaultKind.HUGE_BODY, collection).map(fault -> {
            byte[] prefix = "{\"result\":\"".getBytes(StandardCharsets.UTF_8);
            return new Reply(200, Optional.of(Reply.JSON), Map.of(), new Reply.Filler(prefix, HUGE));
        });
    }

    /** Fails routes that a fault is aimed at. */
    public void onRoute(Route route, Optional<String> collection) {
        boolean search = route.effect() == Route.Effect.SEARCH;
        if (search && faults.strike(FaultKind.ERROR_ON_SEARCH, collection).isPresent()) {
            throw QdrantError.internal("1 of 1 read operations failed:\n  Service internal error: task panicked");
        }
        boolean write = route.effect() == Route.Effect.WRITE;
        if (write && faults.strike(FaultKind.READ_ONLY, collection).isPresent()) {
            throw QdrantError.internal("No space left on device: WAL buffer size exceeds available disk space");
        }
    }

    /** Cuts a JSON reply in two, and holds up the bytes of a file. */
    public Reply after(Reply reply, Optional<String> collection) {
        if (reply.body() instanceof Reply.Slice slice) {
            return new Reply(reply.status(), reply.contentType(), reply.headers(), downloads.hamper(slice, collection));
        }
        boolean json = reply.contentType().equals(Optional.of(Reply.JSON));
        if (json
                && reply.body() instanceof Reply.Bytes whole
                && faults.strike(FaultKind.HALF_JSON, collection).isPresent()) {
            byte[] half = Arrays.copyOf(whole.bytes(), Math.max(1, whole.bytes().length / 2));
            return new Reply(reply.status(), reply.contentType(), reply.headers(), new Reply.Bytes(half));
        }
        return reply;
    }
}
