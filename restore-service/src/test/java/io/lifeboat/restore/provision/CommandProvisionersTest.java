package io.lifeboat.restore.provision;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.qdrant.transport.HttpTransport;
import io.lifeboat.restore.node.Clients;
import io.lifeboat.restore.node.ServerUnderTest;
import io.lifeboat.service.command.CommandRunner;
import io.lifeboat.workspaces.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site's own program, Terraform and a server that is there; programs are small scripts that write down what was asked. */
class CommandProvisionersTest {
    @TempDir
    private Path folder;

    private final HttpTransport transport = new HttpTransport();
    private final CommandRunner runner = new CommandRunner();
    private final Readiness readiness = new Readiness(new Clients(transport));
    private ServerUnderTest node;

    @BeforeEach
    void start() throws IOException {
        node = ServerUnderTest.start(folder.resolve("node"));
    }

    @AfterEach
    void stop() throws IOException {
        node.close();
        runner.close();
        transport.close();
    }

    private Path script(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file;
    }

    private PlaceRequest request(String attempt, Arguments settings) {
        return new PlaceRequest(
                new WorkspaceId("shop"),
                new PlaceName("inc-2026-03-01-001", attempt),
                new Settings(settings, folder),
                Optional.empty(),
                Duration.ofSeconds(30));
    }

    private static Place ready(Provisioned provisioned) {
        assertThat(provisioned).isInstanceOf(Provisioned.Ready.class);
        return ((Provisioned.Ready) provisioned).place();
    }

    private static String why(Provisioned provisioned) {
        assertThat(provisioned).isInstanceOf(Provisioned.NotReady.class);
        return ((Provisioned.NotReady) provisioned).why();
    }

    private PlaceRequest exec(String text) throws IOException {
        return request(
                "0123456789ab",
                Arguments.of("command", List.of(script("place", text).toString())));
    }

    @Test
    void shouldTellAProgramWhatToMakeAndReadWhereItIs() throws Exception {
        Path asked = folder.resolve("asked");
        PlaceRequest request =
                exec("cat > %s\necho making it\necho '{\"nodes\": [\"%s\"]}'\n".formatted(asked, node.url()));

        Place place = ready(new ExecProvisioner(readiness, runner).provision(request));

        assertThat(place.nodes()).containsExactly(node.url());
        assertThat(place.version()).isEqualTo("1.18.3");
        assertThat(Files.readString(asked))
                .contains("\"action\":\"provision\"", "\"name\":\"inc-2026-03-01-001.0123456789ab\"");
    }

    @Test
    void shouldSayWhyWhenAProgramFailsOrNamesNoAddress() throws Exception {
        ExecProvisioner provisioner = new ExecProvisioner(readiness, runner);

        assertThat(why(provisioner.provision(exec("exit 3\n")))).endsWith("it ended with status 3");
        assertThat(why(provisioner.provision(exec("echo done\n"))))
                .endsWith("in its last line expected JSON with addresses of nodes, got something else");
        assertThat(why(provisioner.provision(exec("echo '{\"nodes\": [\"ftp://x\"]}'\n"))))
                .endsWith("in its last line expected an http address of a node, got something else");
    }

    @Test
    void shouldSayWhatCouldNotBeTakenAway() throws Exception {
        assertThat(new ExecProvisioner(readiness, runner).destroy(exec("exit 1\n")))
                .hasValueSatisfying(why -> assertThat(why).endsWith("it ended with status 1"));
    }

    @Test
    void shouldFindAServerThatIsThereAndRestartItByItsCommandOnly() throws Exception {
        UrlProvisioner provisioner = new UrlProvisioner(readiness, runner);
        PlaceRequest request =
                request("0123456789ab", Arguments.of("url", node.url().toString()));

        assertThat(ready(provisioner.provision(request)).nodes()).containsExactly(node.url());
        assertThat(provisioner.restarts(request)).isFalse();
        assertThat(why(provisioner.restart(request))).startsWith("restart: expected a command");
    }

    /** Stands for the program: plans, keeps a state where it is told to, and prints its output. */
    private PlaceRequest terraform(String attempt) throws IOException {
        Path program = script("terraform", """
                shift
                echo "$@" >> %s
                for word in "$@"; do
                  case "$word" in
                    -out=*) echo plan > "${word#-out=}" ;;
                    -state=*) [ "$1" = apply ] && echo state > "${word#-state=}" ;;
                  esac
                done
                if [ "$1" = output ]; then echo '["%s"]'; fi
                exit 0
                """.formatted(folder.resolve("calls"), node.url()));
        return request(
                attempt,
                Arguments.of("program", program.toString())
                        .with("module", folder.toString())
                        .with("folder", folder.resolve("states").toString()));
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(folder.resolve("calls")).stream()
                .map(line -> line.split(" ")[0])
                .toList();
    }

    @Test
    void shouldApplyAPlanThatIsKeptWithAStateOfItsOwn() throws Exception {
        Place place = ready(new TerraformProvisioner(readiness, runner).provision(terraform("0123456789ab")));

        assertThat(place.nodes()).containsExactly(node.url());
        assertThat(place.details().required("plan")).hasSize(64);
        assertThat(calls()).containsExactly("init", "plan", "apply", "output");
        assertThat(folder.resolve("states/shop/inc-2026-03-01-001.0123456789ab/recovery.tfplan"))
                .exists();
    }

    @Test
    void shouldDestroyTheStateOfADeadAttemptFirst() throws Exception {
        TerraformProvisioner provisioner = new TerraformProvisioner(readiness, runner);
        ready(provisioner.provision(terraform("dead00000000")));

        ready(provisioner.provision(terraform("0123456789ab")));

        assertThat(calls())
                .containsExactly("init", "plan", "apply", "output", "destroy", "init", "plan", "apply", "output");
        assertThat(folder.resolve("states/shop/inc-2026-03-01-001.dead00000000"))
                .doesNotExist();
    }

    @Test
    void shouldSayWhatTerraformSaidWhenItFails() throws Exception {
        Path program = script("terraform", "echo 'Error: no such module' >&2\nexit 1\n");
        PlaceRequest request = request(
                "0123456789ab",
                Arguments.of("program", program.toString())
                        .with("module", folder.toString())
                        .with("folder", folder.resolve("states").toString()));

        assertThat(why(new TerraformProvisioner(readiness, runner).provision(request)))
                .endsWith("init: it ended with status 1: Error: no such module");
    }
}
