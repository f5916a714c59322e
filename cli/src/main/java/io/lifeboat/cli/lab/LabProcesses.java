package io.lifeboat.cli.lab;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.serde.Json;
import io.lifeboat.lab.Main;
import io.lifeboat.lab.qdrant.QdrantStandIn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Describes the lab's processes for its supervisor. Pure. */
final class LabProcesses {
    private static final List<String> SMALL =
            List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");
    private static final List<String> BROKER =
            List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");
    // A machine with two cores under load starts a dozen JVMs: patience costs nothing where all goes well.
    private static final int READY_WITHIN_MILLIS = 120_000;

    private final LabLayout layout;
    private final LabPorts ports;
    private final QdrantChoice qdrant;
    private final Path root;
    private final ArrayNode processes = Json.mapper().createArrayNode();

    LabProcesses(LabLayout layout, LabPorts ports, QdrantChoice qdrant, Path root) {
        this.layout = layout;
        this.ports = ports;
        this.qdrant = qdrant;
        this.root = root;
    }

    /** The file, without those that shall not start. */
    String json(Set<String> without) {
        broker();
        LabShape.SITES.forEach(this::qdrant);
        edge();
        app();
        LabShape.SERVICES.stream()
                .filter(service -> !without.contains(service.name()))
                .forEach(this::service);
        ObjectNode file = Json.mapper().createObjectNode();
        file.set("processes", processes);
        return Json.text(file);
    }

    private void broker() {
        ready(part(LabShape.KAFKA, BROKER, "kafka", "--data", data(LabShape.KAFKA), "--port", text(ports.kafka())));
    }

    /** A Qdrant that died stays dead: to see what happens then is what the lab is for. */
    private void qdrant(SiteId site) {
        ObjectNode process = switch (qdrant) {
            case QdrantChoice.StandIn standIn -> standIn(site);
            case QdrantChoice.Binary binary -> real(site, binary.program());
        };
        process.put("restart", false);
        process.putObject("waitFor").put("http", LabPorts.url(ports.qdrant(site)) + "/readyz");
    }

    private ObjectNode standIn(SiteId site) {
        String name = LabShape.qdrant(site);
        return java(
                name,
                SMALL,
                List.of(
                        QdrantStandIn.class.getName(),
                        "--http-port",
                        text(ports.qdrant(site)),
                        "--admin-port",
                        text(ports.qdrantAdmin(site)),
                        "--storage",
                        layout.data(name).resolve("storage").toString(),
                        "--snapshots",
                        layout.data(name).resolve("snapshots").toString(),
                        "--lifeline"));
    }

    /**
     * By itself it takes a worker less than there are cores: on two cores one, whose answers wait for seconds while the
     * services start, so that probes rightly call it down.
     */
    private ObjectNode real(SiteId site, Path program) {
        String name = LabShape.qdrant(site);
        ObjectNode process = process(name, List.of(program.toString()));
        process.putObject("env")
                .put("QDRANT__SERVICE__HOST", "127.0.0.1")
                .put("QDRANT__SERVICE__HTTP_PORT", text(ports.qdrant(site)))
                .put("QDRANT__SERVICE__GRPC_PORT", text(ports.qdrantAdmin(site)))
                .put("QDRANT__SERVICE__MAX_WORKERS", "4")
                .put(
                        "QDRANT__STORAGE__STORAGE_PATH",
                        layout.data(name).resolve("storage").toString())
                .put(
                        "QDRANT__STORAGE__SNAPSHOTS_PATH",
                        layout.data(name).resolve("snapshots").toString())
                .put("QDRANT__TELEMETRY_DISABLED", "true");
        return process;
    }

    private void edge() {
        String blue = LabPorts.address(ports.qdrant(LabShape.BLUE));
        String green = LabPorts.address(ports.qdrant(LabShape.GREEN));
        ready(part(
                LabShape.EDGE,
                SMALL,
                "edge",
                "--data",
                data(LabShape.EDGE),
                "--port",
                text(ports.edge()),
                "--admin-port",
                text(ports.edgeAdmin()),
                "--target",
                blue,
                "--mirror",
                blue + "=" + green));
    }

    private void app() {
        ObjectNode process =
                part(LabShape.APP, SMALL, "app", "--url", LabPorts.url(ports.edge()), "--port", text(ports.app()));
        process.putObject("waitFor").put("http", LabPorts.url(ports.app()) + "/health");
        dependsOn(process, List.of(LabShape.EDGE, LabShape.qdrant(LabShape.BLUE), LabShape.qdrant(LabShape.GREEN)));
    }

    /** Detectors come last: what is still starting must not look like what is down. */
    private void service(LabService service) {
        int port = ports.service(service);
        List<String> words = new ArrayList<>(List.of(
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dlifeboat.workspaces=" + layout.workspaces(),
                "-Dlifeboat.kafka.bootstrap=" + ports.bootstrap(),
                "-Dlifeboat.kafka.replication=1",
                "-Dlifeboat.kafka.min-in-sync=1",
                "-Dlifeboat.instance=" + service.instance(),
                "-Dlifeboat.lifeline=true"));
        words.add("-jar");
        words.add(service.jar(root).toString());
        ObjectNode process = process(service.name(), command(service.flags(root), words));
        process.putObject("env").put("MALLOC_ARENA_MAX", "2"); // else glibc keeps one a thread, up to eight a core
        process.putObject("waitFor").put("http", LabPorts.url(port) + "/q/health/ready");
        dependsOn(
                process,
                LabShape.VANTAGES.contains(service.instance())
                        ? List.of(LabShape.KAFKA, LabShape.APP)
                        : List.of(LabShape.KAFKA));
    }

    private ObjectNode part(String name, List<String> flags, String... arguments) {
        List<String> words = new ArrayList<>(List.of(Main.class.getName()));
        words.addAll(List.of(arguments));
        words.add("--lifeline");
        return java(name, flags, words);
    }

    /** On this JVM's class path. */
    private ObjectNode java(String name, List<String> flags, List<String> mainAndArguments) {
        List<String> words = new ArrayList<>(List.of("-cp", ClassPath.absolute()));
        words.addAll(mainAndArguments);
        return process(name, command(flags, words));
    }

    private static List<String> command(List<String> flags, List<String> rest) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(flags);
        words.addAll(rest);
        return words;
    }

    private ObjectNode process(String name, List<String> command) {
        ObjectNode process = processes.addObject().put("name", name);
        ArrayNode words = process.putArray("command");
        command.forEach(words::add);
        process.put("dir", data(name));
        process.put("readyWithinMillis", READY_WITHIN_MILLIS);
        return process;
    }

    private static void ready(ObjectNode process) {
        process.putObject("waitFor").put("line", "\"ready\":true");
    }

    private static void dependsOn(ObjectNode process, List<String> names) {
        ArrayNode list = process.putArray("dependsOn");
        names.forEach(list::add);
    }

    private String data(String process) {
        return layout.data(process).toString();
    }

    private static String text(int port) {
        return Integer.toString(port);
    }
}
