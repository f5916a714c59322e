package io.lifeboat.qdrant.service;

import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.answer.ResultReader;
import io.lifeboat.qdrant.call.Caller;
import io.lifeboat.qdrant.transport.ResourcePath;

/** Calls about a node itself. */
public record ServiceCalls(Caller caller) {
    /** Title and version. Needs no key. */
    public Answer<ServiceInfo> info() throws InterruptedException {
        return caller.document(new ResourcePath("/", ""), ResultReader.ofFields(ServiceInfo::read));
    }

    /** The process is up; says nothing about its data. Needs no key. */
    public Answer<String> healthz() throws InterruptedException {
        return caller.text(ResourcePath.of("healthz"));
    }

    /**
     * Fails only while a node of a cluster catches up after its start, and stays good once it was: of no use for
     * damage that comes later. Needs no key.
     */
    public Answer<String> readyz() throws InterruptedException {
        return caller.text(ResourcePath.of("readyz"));
    }

    /** Telemetry with shards (level 3): the one call that tells a dummy shard. */
    public Answer<Telemetry> telemetry() throws InterruptedException {
        ResourcePath path = ResourcePath.of("telemetry").with("details_level", 3);
        return caller.get(path, ResultReader.ofFields(Telemetry::read));
    }

    /** What this process of Qdrant calls itself: another one at each start, so it tells which node answered. */
    public Answer<String> instanceId() throws InterruptedException {
        ResourcePath path = ResourcePath.of("telemetry").with("details_level", 0);
        return caller.get(path, ResultReader.ofFields(fields -> fields.text("id")));
    }

    /** This node's view of its cluster. */
    public Answer<ClusterStatus> cluster() throws InterruptedException {
        return caller.get(ResourcePath.of("cluster"), ResultReader.ofFields(ClusterStatus::read));
    }
}
