package io.lifeboat.verifier.service;

import io.lifeboat.lab.kafka.EmbeddedKafka;
import io.lifeboat.lab.kafka.KafkaSettings;
import io.lifeboat.verifier.fixture.Shop;
import io.lifeboat.verifier.fixture.Sites;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A broker, two Qdrants behind an edge and their configuration, for as long as the service under test lives. */
public final class Broker implements QuarkusTestResourceLifecycleManager {
    private EmbeddedKafka kafka;
    private static Sites sites;

    /** The sites of the running test. */
    static Sites sites() {
        return sites;
    }

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory("verifier-service");
            kafka = EmbeddedKafka.start(new KafkaSettings(folder.resolve("kafka"), 0));
            sites = new Sites(folder);
            Path yaml =
                    Shop.yaml(folder, sites, "    collections: [{name: archive}, {name: docs, writeCanary: true}]\n");
            return Map.of(
                    "lifeboat.workspaces",
                    yaml.toString(),
                    "lifeboat.kafka.bootstrap",
                    kafka.bootstrap(),
                    "lifeboat.kafka.replication",
                    "1",
                    "lifeboat.kafka.min-in-sync",
                    "1",
                    "lifeboat.verifier.reports",
                    folder.resolve("reports").toString(),
                    "lifeboat.verifier.baseline.watch",
                    "200ms");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the lab started", e);
        }
    }

    @Override
    public void stop() {
        try {
            if (sites != null) {
                sites.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (kafka != null) {
                kafka.close();
            }
        }
    }
}
