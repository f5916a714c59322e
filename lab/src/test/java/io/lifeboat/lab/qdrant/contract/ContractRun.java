package io.lifeboat.lab.qdrant.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One playing of the whole script on fresh nodes. */
public final class ContractRun implements AutoCloseable {
    private final Player player;
    private final Script script;
    private final List<String> cases;

    private ContractRun(Nodes nodes, Script script, List<String> cases) throws IOException {
        this.script = script;
        this.cases = cases;
        this.player = new Player(nodes, closedPort());
        player.settings("auth", script.settings("auth"));
    }

    public static ContractRun onStandIn(Path directory) throws IOException {
        return new ContractRun(new StandInNodes(directory), Script.asRecorded(), Script.ON_STAND_IN);
    }

    public static ContractRun onStandInRewritten(Path directory) throws IOException {
        return new ContractRun(new StandInNodes(directory), new RewrittenScript(), Script.ON_STAND_IN);
    }

    /** On processes of the binary; the caller checks that it is there. */
    public static ContractRun onBinary(Path binary, Path directory) throws IOException {
        return new ContractRun(new BinaryNodes(binary, directory), Script.asRecorded(), Script.REAL);
    }

    /** The second telling, on processes of the binary. */
    public static ContractRun onBinaryRewritten(Path binary, Path directory) throws IOException {
        return new ContractRun(new BinaryNodes(binary, directory), new RewrittenScript(), Script.REAL_REWRITTEN);
    }

    /** On containers; {@link #obstacleToContainers()} says whether that is possible. */
    public static ContractRun onContainers() throws IOException {
        return new ContractRun(new ContainerNodes(), Script.asRecorded(), Script.IN_CONTAINERS);
    }

    public static Optional<String> obstacleToContainers() {
        return DockerGate.obstacle();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    public List<String> cases() {
        return cases;
    }

    public void play(String name) throws IOException, InterruptedException {
        ContractCase recorded = Luck.blurred(ContractCase.load(name));
        for (ObjectNode request : Preparation.of(recorded, cases)) {
            player.prepare(script.tell(request));
        }
        begin(recorded.number());
        player.play(
                script.tell(recorded),
                step -> Preparation.before(recorded, step).stream()
                        .map(script::tell)
                        .toList());
    }

    /** What a case's "given" says was done to the nodes. */
    private void begin(String number) throws IOException, InterruptedException {
        switch (number) {
            case "33" -> {
                String said = script.settings("recmode").recoveryMode().orElse("under repair");
                player.settings("recmode", Nodes.Settings.recovering(said));
                player.restart("recmode");
            }
            case "34" -> player.startCluster();
            case "37" -> player.kill("n3");
            case "38" -> player.kill("n2");
            case "39" -> player.start("n2", "n3");
            default -> {}
        }
    }

    @Override
    public void close() throws IOException {
        player.close();
    }
}
