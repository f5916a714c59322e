package io.lifeboat.restore.provision;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.qdrant.QdrantClient;
import io.lifeboat.qdrant.transport.HttpTransport;
import io.lifeboat.restore.node.Clients;
import io.lifeboat.restore.node.ServerUnderTest;
import io.lifeboat.restore.restore.Seeded;
import io.lifeboat.workspaces.config.Settings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real processes. */
class ProcessProvisionerTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final HttpTransport transport = new HttpTransport();
    private final Clients clients = new Clients(transport);
    private final ProcessProvisioner provisioner = new ProcessProvisioner(new Readiness(clients));
    private final List<PlaceRequest> made = new ArrayList<>();

    @AfterEach
    void takeAllAway() throws Exception {
        for (PlaceRequest request : made) {
            assertThat(provisioner.destroy(request)).isEmpty();
        }
        transport.close();
    }

    private PlaceRequest request(String attempt, List<String> command) {
        Settings settings =
                new Settings(Arguments.of("command", command).with("folder", folder.toString()), Path.of(""));
        PlaceRequest request = new PlaceRequest(
                new WorkspaceId("shop"),
                new PlaceName("inc-2026-03-01-001", attempt),
                settings,
                Optional.empty(),
                LONG);
        made.add(request);
        return request;
    }

    private PlaceRequest standIn(String attempt) {
        return request(attempt, ServerUnderTest.command());
    }

    private static Place ready(Provisioned provisioned) {
        assertThat(provisioned).isInstanceOf(Provisioned.Ready.class);
        return ((Provisioned.Ready) provisioned).place();
    }

    private QdrantClient client(Place place) {
        return clients.of(place.nodes().getFirst(), Optional.empty(), Duration.ofSeconds(10));
    }

    @Test
    void shouldAnswerReadsAndKeepItsDataThroughARestart() throws Exception {
        PlaceRequest request = standIn("0123456789ab");
        Place place = ready(provisioner.provision(request));
        Seeded.collection(client(place), "docs", 5);

        Place again = ready(provisioner.restart(request));

        assertThat(again.nodes()).isEqualTo(place.nodes());
        assertThat(again.details().required("pid")).isNotEqualTo(place.details().required("pid"));
        assertThat(Seeded.ok(client(again).points("docs").count())).isEqualTo(5);
    }

    @Test
    void shouldFindWhatItHasMadeWhenItIsAskedAgain() throws Exception {
        Place place = ready(provisioner.provision(standIn("0123456789ab")));

        Place again = ready(provisioner.provision(standIn("0123456789ab")));

        assertThat(again).isEqualTo(place);
    }

    @Test
    void shouldDestroyWhatADeadAttemptLeft() throws Exception {
        Place dead = ready(provisioner.provision(standIn("dead00000000")));
        long pid = Long.parseLong(dead.details().required("pid"));

        ready(provisioner.provision(standIn("0123456789ab")));

        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(Files.exists(folder.resolve("shop/inc-2026-03-01-001.dead00000000")))
                .isFalse();
    }

    @Test
    void shouldLeaveNothingWhenItIsDestroyed() throws Exception {
        PlaceRequest request = standIn("0123456789ab");
        URI node = ready(provisioner.provision(request)).nodes().getFirst();

        assertThat(provisioner.destroy(request)).isEmpty();

        assertThat(folder.resolve("shop")).isEmptyDirectory();
        assertThat(clients.of(node, Optional.empty(), Duration.ofSeconds(1))
                        .service()
                        .info()
                        .value())
                .isEmpty();
    }

    @Test
    void shouldSayWhyWhenItsProcessEnds() throws Exception {
        Provisioned provisioned = provisioner.provision(request("0123456789ab", List.of("/bin/false")));

        assertThat(((Provisioned.NotReady) provisioned).why()).startsWith("its process has ended: see ");
    }

    @Test
    void shouldSayWhyWhenThereIsNoSuchProgram() throws Exception {
        Provisioned provisioned = provisioner.provision(request("0123456789ab", List.of("/no/such/program")));

        assertThat(((Provisioned.NotReady) provisioned).why()).contains("could not be started", "/no/such/program");
    }
}
