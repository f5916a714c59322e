package io.lifeboat.qdrant.snapshot;

import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.answer.AnswerParser;
import io.lifeboat.qdrant.answer.QdrantJson;
import io.lifeboat.qdrant.call.Endpoint;
import io.lifeboat.qdrant.transport.Body;
import io.lifeboat.qdrant.transport.ByteReceiver;
import io.lifeboat.qdrant.transport.Download;
import io.lifeboat.qdrant.transport.Method;
import io.lifeboat.qdrant.transport.Received;
import io.lifeboat.qdrant.transport.ResourcePath;
import io.lifeboat.qdrant.transport.StreamTransport;
import io.lifeboat.qdrant.transport.Upload;
import io.lifeboat.qdrant.transport.UploadSource;
import java.io.IOException;
import java.time.Duration;

/**
 * Snapshots as streams of bytes, from and to one node, in constant memory. As thread-safe as its transport.
 *
 * @param stall a download ends when so long no byte comes; it has no other limit
 */
public record SnapshotStreams(StreamTransport transport, Endpoint endpoint, Duration stall) {

    /**
     * A file that a node has made.
     *
     * @param from the first byte wanted: a node with local files takes up where an earlier download was cut
     * @throws IOException from the receiver only
     */
    public Answer<Received> download(SnapshotPlace place, String name, long from, ByteReceiver to)
            throws InterruptedException, IOException {
        return transport.download(get(place.path(name), from), to);
    }

    /** A snapshot of a shard as it is now, which leaves no file on the node. Its length is not known before. */
    public Answer<Received> stream(SnapshotPlace.OfShard place, ByteReceiver to)
            throws InterruptedException, IOException {
        return transport.download(get(place.streamed(), 0), to);
    }

    /** What has changed since a manifest; refused with {@code NOT_MODIFIED} if nothing has. */
    public Answer<Received> changesSince(SnapshotPlace.OfShard place, Manifest known, ByteReceiver to)
            throws InterruptedException, IOException {
        return transport.download(
                new Download(
                        Method.POST,
                        endpoint.address(),
                        place.streamed("partial", "create"),
                        QdrantJson.body(known.json()),
                        endpoint.apiKey(),
                        0,
                        stall),
                to);
    }

    /**
     * Pushes a snapshot and waits until it is restored; see {@link SnapshotCalls#recover} for what a failure leaves behind.
     *
     * @param fileName kept on the node below this name, in place of one of that name: take one that nobody uses
     */
    public Answer<Boolean> upload(
            SnapshotPlace place, String fileName, UploadSource from, String sha256, RecoverRequest.Priority priority)
            throws InterruptedException {
        RecoverRequest.requireSha256(sha256);
        ResourcePath path = place.path("upload")
                .with("wait", true)
                .with("priority", priority)
                .with("checksum", sha256);
        return push(path, fileName, from);
    }

    /** Pushes the changes that {@link #changesSince} gave, and waits until they are applied. */
    public Answer<Boolean> uploadChanges(SnapshotPlace.OfShard place, String fileName, UploadSource from)
            throws InterruptedException {
        return push(place.streamed("partial", "recover").with("wait", true), fileName, from);
    }

    private Answer<Boolean> push(ResourcePath path, String fileName, UploadSource from) throws InterruptedException {
        Upload upload = new Upload(
                endpoint.address(),
                path,
                "snapshot",
                fileName,
                from,
                endpoint.apiKey(),
                endpoint.timeout(),
                endpoint.maxBody());
        return AnswerParser.acknowledged(transport.upload(upload));
    }

    private Download get(ResourcePath path, long from) {
        return new Download(Method.GET, endpoint.address(), path, Body.EMPTY, endpoint.apiKey(), from, stall);
    }

    /** With half a minute without a byte as the limit of a download. */
    public static SnapshotStreams of(StreamTransport transport, Endpoint endpoint) {
        return new SnapshotStreams(transport, endpoint, Duration.ofSeconds(30));
    }

    public SnapshotStreams {
        if (stall.isNegative() || stall.isZero()) {
            throw new IllegalArgumentException("stall: expected more than zero, found " + stall);
        }
    }
}
