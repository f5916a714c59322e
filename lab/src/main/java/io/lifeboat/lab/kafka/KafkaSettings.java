package io.lifeboat.lab.kafka;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * How the broker is started.
 *
 * @param data directory of the log, kept over restarts
 * @param port of the broker on loopback, 0 for a free one
 */
public record KafkaSettings(Path data, int port) {

    /** Node id of the only node, broker and controller in one. */
    static final int NODE_ID = 1;

    static final String CONTROLLER_LISTENER = "CONTROLLER";

    /** Large enough for a record of 2 MB, which readers then have to dead-letter. */
    private static final int MAX_MESSAGE_BYTES = 8 << 20;

    /** The log cleaner's buffer is 128 MiB by default, half of the heap here. */
    private static final int CLEANER_BUFFER_BYTES = 4 << 20;

    public KafkaSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port: expected 0 to 65535, was " + port);
        }
    }

    /** The same with a port that is free now, where none was given. */
    KafkaSettings withPort() throws IOException {
        return port == 0 ? new KafkaSettings(data, freePort()) : this;
    }

    String bootstrap() {
        return "127.0.0.1:" + port;
    }

    /** The broker's properties; the controller's port may be another at each start. */
    Map<String, String> properties() throws IOException {
        String controller = "127.0.0.1:" + freePort();
        Map<String, String> properties = new HashMap<>(ALONE);
        properties.put("node.id", Integer.toString(NODE_ID));
        properties.put("process.roles", "broker,controller");
        properties.put("controller.quorum.voters", NODE_ID + "@" + controller);
        properties.put("controller.listener.names", CONTROLLER_LISTENER);
        properties.put("listeners", "PLAINTEXT://" + bootstrap() + "," + CONTROLLER_LISTENER + "://" + controller);
        properties.put("advertised.listeners", "PLAINTEXT://" + bootstrap());
        properties.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put("log.dirs", data.toString());
        properties.put("message.max.bytes", Integer.toString(MAX_MESSAGE_BYTES));
        properties.put("replica.fetch.max.bytes", Integer.toString(MAX_MESSAGE_BYTES));
        properties.put("log.cleaner.dedupe.buffer.size", Integer.toString(CLEANER_BUFFER_BYTES));
        return properties;
    }

    /** Every topic is made explicitly; one replica is all there is; nothing waits for peers that do not exist. */
    private static final Map<String, String> ALONE = Map.ofEntries(
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("unclean.leader.election.enable", "false"),
            Map.entry("min.insync.replicas", "1"),
            Map.entry("default.replication.factor", "1"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "1"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "1"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.num.partitions", "1"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            Map.entry("group.min.session.timeout.ms", "500"),
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "4"),
            Map.entry("log.cleaner.threads", "1"),
            // A restarted leader waits for this before it elects itself; there is no other node to wait for.
            Map.entry("controller.quorum.election.timeout.ms", "100"),
            Map.entry("controller.quorum.election.backoff.max.ms", "50"),
            // After kill -9 the broker's old registration stands in its way until this has passed.
            Map.entry("broker.session.timeout.ms", "1500"),
            Map.entry("broker.heartbeat.interval.ms", "250"));

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
