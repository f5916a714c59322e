package io.lifeboat.lab.qdrant.contract;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Bind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** Containers of an image that is there already: none is ever pulled. Data stays in a volume a node. */
final class ContainerNodes implements Nodes {
    static final String IMAGE = "qdrant/qdrant:v1.18.3";

    private static final int PORT = 6333;

    private final String run = UUID.randomUUID().toString();
    private final Map<String, GenericContainer<?>> running = new HashMap<>();
    private final Set<String> volumes = new HashSet<>();

    @Override
    public URI start(String name, Settings settings) {
        GenericContainer<?> container = new GenericContainer<>(IMAGE);
        container.withImagePullPolicy(image -> false);
        container.withExposedPorts(PORT);
        container.withEnv("QDRANT__STORAGE__STORAGE_PATH", directory(name) + "/storage");
        container.withEnv("QDRANT__STORAGE__SNAPSHOTS_PATH", directory(name) + "/snapshots");
        container.withEnv("QDRANT__TELEMETRY_DISABLED", "true");
        container.withEnv(settings.variables());
        container.waitingFor(Wait.forHttp("/healthz").forPort(PORT));
        String volume = "lifeboat-" + run + "-" + name;
        volumes.add(volume);
        container.withCreateContainerCmdModifier(
                command -> command.getHostConfig().withBinds(List.of(Bind.parse(volume + ":" + directory(name)))));
        container.start();
        running.put(name, container);
        return URI.create("http://" + container.getHost() + ":" + container.getMappedPort(PORT));
    }

    @Override
    public void kill(String name) {
        GenericContainer<?> container = running.remove(name);
        client().killContainerCmd(container.getContainerId()).exec();
        container.stop();
    }

    @Override
    public int startInVain(String name) {
        throw new UnsupportedOperationException("case 43 is not played on a container");
    }

    @Override
    public Path directory(String name) {
        return Path.of("/data", name);
    }

    @Override
    public URI inside(URI url) {
        return URI.create("http://localhost:" + PORT);
    }

    private static DockerClient client() {
        return DockerClientFactory.instance().client();
    }

    @Override
    public void close() throws IOException {
        running.values().forEach(GenericContainer::stop);
        volumes.forEach(volume -> client().removeVolumeCmd(volume).exec());
    }
}
