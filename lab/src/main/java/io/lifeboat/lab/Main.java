package io.lifeboat.lab;

import io.lifeboat.lab.app.SampleApp;
import io.lifeboat.lab.edge.Edge;
import io.lifeboat.lab.fault.FaultProxy;
import io.lifeboat.lab.kafka.EmbeddedKafka;
import io.lifeboat.lab.qdrant.QdrantStandIn;
import io.lifeboat.lab.supervisor.Supervisor;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The parts of the lab by name: {@code java -jar lab.jar PART ARGUMENTS...}. */
public final class Main {

    private static final int USAGE = 2;

    private static final Map<String, Consumer<String[]>> PARTS = new TreeMap<>(Map.of(
            "app", SampleApp::main,
            "edge", Edge::main,
            "kafka", EmbeddedKafka::main,
            "proxy", FaultProxy::main,
            "qdrant", QdrantStandIn::main,
            "supervisor", Supervisor::main));

    private Main() {}

    public static void main(String[] args) {
        if (args.length == 0 || !PARTS.containsKey(args[0])) {
            System.err.println("expected one of " + PARTS.keySet() + " and its arguments (--help tells them)");
            System.exit(USAGE);
        }
        PARTS.get(args[0]).accept(Arrays.copyOfRange(args, 1, args.length));
    }
}
