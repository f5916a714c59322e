package io.lifeboat.notifier;

import com.sun.net.httpserver.HttpServer;
import io.lifeboat.lab.kafka.EmbeddedKafka;
import io.lifeboat.lab.kafka.KafkaSettings;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A broker, and somebody who takes webhooks. */
public final class LabResource implements QuarkusTestResourceLifecycleManager {
    /** Bodies of the webhooks that came. */
    static final List<String> RECEIVED = new CopyOnWriteArrayList<>();

    private static volatile String bootstrap = "";

    private EmbeddedKafka kafka;
    private HttpServer hook;

    static String bootstrap() {
        return bootstrap;
    }

    @Override
    public Map<String, String> start() {
        try {
            Path directory = Files.createTempDirectory(Path.of("target"), "lab-");
            kafka = EmbeddedKafka.start(
                    new KafkaSettings(directory.resolve("kafka").toAbsolutePath(), 0));
            bootstrap = kafka.bootstrap();
            hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            hook.createContext("/hook", exchange -> {
                RECEIVED.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
            });
            hook.start();
            write(directory);
            return Map.of(
                    "lifeboat.workspaces",
                    directory.resolve("workspaces.yaml").toString(),
                    "lifeboat.kafka.bootstrap",
                    bootstrap,
                    "lifeboat.kafka.replication",
                    "1",
                    "lifeboat.kafka.min-in-sync",
                    "1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Path directory) throws IOException {
        Files.writeString(directory.resolve("secret"), "a secret");
        Files.writeString(directory.resolve("workspaces.yaml"), """
                vantages:
                  - {id: north, controls: ["tcp://192.0.2.1:53"]}
                workspaces:
                  - id: shop
                    address: http://127.0.0.1:8080
                    traffic: {switch: edge, admin: "http://127.0.0.1:8081"}
                    sites:
                      - {id: blue, value: "127.0.0.1:6333", nodes: ["http://127.0.0.1:6333"]}
                      - {id: green, value: "127.0.0.1:6343", nodes: ["http://127.0.0.1:6343"]}
                    channels:
                      - {type: log}
                      - {type: webhook, url: "http://127.0.0.1:%d/hook", secret: "file:secret"}
                """.formatted(
                        hook.getAddress().getPort()));
    }

    @Override
    public void stop() {
        if (hook != null) {
            hook.stop(0);
        }
        if (kafka != null) {
            kafka.close();
        }
    }
}
