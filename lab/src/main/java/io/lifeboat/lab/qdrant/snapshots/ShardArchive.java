package io.lifeboat.lab.qdrant.snapshots;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.lab.qdrant.http.JsonText;
import io.lifeboat.lab.qdrant.segment.FileImage;
import io.lifeboat.lab.qdrant.segment.Segment;
import io.lifeboat.lab.qdrant.segment.SegmentImages;
import io.lifeboat.lab.qdrant.segment.SegmentManifest;
import io.lifeboat.lab.qdrant.segment.SegmentShape;
import io.lifeboat.lab.qdrant.segment.Wal;
import io.lifeboat.lab.qdrant.store.PeerId;
import io.lifeboat.lab.qdrant.store.Shard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** One shard inside a tar, in the forms that Qdrant gives it (facts, B). The collection holds still meanwhile. */
final class ShardArchive {
    private static final int SEED = 0x1f0a7;

    private final TarWriter tar;
    private final SegmentShape shape;
    private final PeerId peer;

    ShardArchive(TarWriter tar, SegmentShape shape, PeerId peer) {
        this.tar = tar;
        this.shape = shape;
        this.peer = peer;
    }

    /** With its log, below its number: inside a collection's snapshot. */
    void inCollection(Shard shard) throws IOException {
        String prefix = shard.number() + "/";
        for (Segment segment : shard.segments().list()) {
            nested(prefix, segment);
        }
        tar.image(prefix, Wal.image("wal/open-1", SEED, shard.tail()));
        tar.image(prefix, Wal.image("wal/open-2", SEED + 1, List.of()));
        tar.file(prefix + "wal/first-index", "{\"ack_index\":0}");
        state(prefix);
    }

    /** On its own, its log empty. */
    void alone(Shard shard) throws IOException {
        for (Segment segment : shard.segments().list()) {
            nested("", segment);
        }
        emptyLog(shard);
        state("");
    }

    /** As a stream: segments as plain directories. */
    void streamed(Shard shard) throws IOException {
        for (Segment segment : shard.segments().list()) {
            for (FileImage image : SegmentImages.of(segment, shape)) {
                tar.image("segments/" + segment.id() + "/files/", image);
            }
        }
        emptyLog(shard);
        state("");
    }

    /** Only what one with that manifest lacks, and of each segment its own manifest. */
    void changedSince(JsonNode manifest, Shard shard) throws IOException {
        for (Segment segment : shard.segments().list()) {
            JsonNode ours = SegmentManifest.of(segment, shape);
            JsonNode theirs = manifest.path(segment.id().toString());
            String prefix = "segments/" + segment.id() + "/files/";
            tar.file(prefix + SegmentManifest.FILE, JsonText.of(ours));
            boolean same =
                    segment.version() > 0 && theirs.path("segment_version").asLong() == segment.version();
            if (!same) {
                for (FileImage image : SegmentImages.of(segment, shape)) {
                    if (SegmentManifest.needs(image.path(), theirs, ours)) {
                        tar.image(prefix, image);
                    }
                }
            }
        }
        emptyLog(shard);
        state("");
    }

    private void nested(String prefix, Segment segment) throws IOException {
        ByteArrayOutputStream inner = new ByteArrayOutputStream();
        TarWriter nested = new TarWriter(inner);
        for (FileImage image : SegmentImages.of(segment, shape)) {
            nested.image("snapshot/files/", image);
        }
        nested.finish();
        tar.file(prefix + "segments/" + segment.id() + ".tar", inner.toByteArray());
    }

    private void emptyLog(Shard shard) throws IOException {
        tar.directory("wal");
        tar.image("", Wal.image("wal/closed-" + (shard.lastOperation() + 1), SEED, List.of()));
    }

    private void state(String prefix) throws IOException {
        ObjectNode state =
                JsonNodeFactory.instance.objectNode().put("is_local", true).put("this_peer_id", peer.value());
        state.putObject("peers").put(peer.toString(), "Active");
        tar.file(prefix + "replica_state.json", JsonText.of(state));
        tar.file(prefix + "shard_config.json", "{\"type\":\"ReplicaSet\"}");
    }
}
