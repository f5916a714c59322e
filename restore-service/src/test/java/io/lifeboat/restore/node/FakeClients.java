package io.lifeboat.restore.node;

import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.transport.ByteReceiver;
import io.lifeboat.qdrant.transport.Download;
import io.lifeboat.qdrant.transport.HttpStreams;
import io.lifeboat.qdrant.transport.RawAnswer;
import io.lifeboat.qdrant.transport.Received;
import io.lifeboat.qdrant.transport.StreamTransport;
import io.lifeboat.qdrant.transport.Upload;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Clients of the nodes of a {@link FakeCluster}, whose streams can be cut. */
public final class FakeClients extends Clients implements StreamTransport {
    private final FakeCluster cluster;
    private final HttpStreams inner = new HttpStreams();
    private final Map<String, Integer> cuts = new ConcurrentHashMap<>();
    private final Map<String, Runnable> during = new ConcurrentHashMap<>();
    private final Map<String, byte[]> instead = new ConcurrentHashMap<>();
    private final List<String> streamed = new CopyOnWriteArrayList<>();

    public FakeClients(FakeCluster cluster) {
        super(cluster);
        this.cluster = cluster;
    }

    /** Ends each download from this node after so many bytes. */
    public void cut(String node, int bytes) {
        cuts.put(node, bytes);
    }

    /** Does something while a download from this node is under way. */
    public void during(String node, Runnable what) {
        during.put(node, what);
    }

    /** Sends something else from this node. */
    public void instead(String node, byte[] bytes) {
        instead.put(node, bytes);
    }

    /** Downloads that came whole, as {@code n1 docs/0}. */
    public List<String> streamed() {
        return List.copyOf(streamed);
    }

    @Override
    public StreamTransport streams() {
        return this;
    }

    @Override
    public Answer<Received> download(Download request, ByteReceiver to) throws InterruptedException, IOException {
        String node = request.base().getHost();
        var shard = FakeCluster.shardOf(request.path()).orElseThrow();
        if (cluster.isSilent(node) || !cluster.has(node, shard.group(1), Long.parseLong(shard.group(2)))) {
            return new Answer.Unreachable<>(RawAnswer.Cause.REFUSED, node + " gives no snapshot");
        }
        byte[] other = instead.get(node);
        if (other != null) {
            to.receive(other, 0, other.length);
            return new Answer.Ok<>(new Received(other.length, OptionalLong.empty(), false), 200);
        }
        int[] left = {cuts.getOrDefault(node, Integer.MAX_VALUE)};
        Answer<Received> answer = inner.download(
                new Download(
                        request.method(),
                        cluster.server(),
                        request.path(),
                        request.body(),
                        request.apiKey(),
                        request.from(),
                        request.stall()),
                (buffer, offset, length) -> {
                    to.receive(buffer, offset, Math.min(length, left[0]));
                    left[0] -= Math.min(length, left[0]);
                });
        Runnable what = during.remove(node);
        if (what != null) {
            what.run();
        }
        if (left[0] == 0) {
            return new Answer.Unreachable<>(RawAnswer.Cause.RESET, node + " broke off");
        }
        streamed.add("%s %s/%s".formatted(node, shard.group(1), shard.group(2)));
        return answer;
    }

    @Override
    public RawAnswer upload(Upload request) throws InterruptedException {
        return inner.upload(new Upload(
                cluster.server(),
                request.path(),
                request.part(),
                request.fileName(),
                request.source(),
                request.apiKey(),
                request.timeout(),
                request.maxBody()));
    }

    @Override
    public void close() {
        super.close();
        inner.close();
    }
}
