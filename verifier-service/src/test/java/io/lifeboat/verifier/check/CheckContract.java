package io.lifeboat.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.id.ClaimId;
import io.lifeboat.qdrant.QdrantClient;
import io.lifeboat.qdrant.call.Endpoint;
import io.lifeboat.qdrant.transport.QdrantTransport;
import io.lifeboat.qdrant.transport.RawAnswer;
import io.lifeboat.verifier.baseline.MarkReader.SiteMarks;
import io.lifeboat.verifier.fixture.Shop;
import io.lifeboat.verifier.fixture.Sites;
import io.lifeboat.verifier.fixture.TestLog;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every check keeps to. */
abstract class CheckContract {
    private static final String COLLECTIONS = "    collections: [{name: archive}, {name: docs, writeCanary: true}]\n";

    static final QdrantTransport SILENT = request -> new RawAnswer.None(RawAnswer.Cause.REFUSED, "nobody is there");

    @TempDir
    Path folder;

    abstract Check check();

    @Test
    void shouldHaveAPlainNameWhenPlansNameIt() {
        assertThat(check().name()).matches("[a-z]+(-[a-z]+)*");
    }

    @Test
    void shouldFailOrNotRunWhenNothingAnswers() throws Exception {
        CheckResult result = check().run(scene(SILENT));

        assertThat(result).isNotInstanceOf(CheckResult.Passed.class);
    }

    @Test
    void shouldFailOrNotRunWhenGarbageIsAnswered() throws Exception {
        QdrantTransport garbage = request -> new RawAnswer.Whole(
                200,
                Optional.of("text/html"),
                Optional.empty(),
                io.lifeboat.qdrant.transport.Body.of("<html>sign in</html>"));

        CheckResult result = check().run(scene(garbage));

        assertThat(result).isNotInstanceOf(CheckResult.Passed.class);
    }

    @Test
    void shouldEndInTimeWhenTheOtherSideHangs() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        QdrantTransport hanging = request -> {
            never.await();
            throw new AssertionError("woken up");
        };

        List<Finding> findings = new CheckRunner(Duration.ofMillis(200)).run(List.of(check()), scene(hanging));

        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().result()).isNotInstanceOf(CheckResult.Passed.class);
    }

    private Scene scene(QdrantTransport transport) throws Exception {
        return scene(COLLECTIONS, transport);
    }

    /** @param more further lines of the workspace, each indented by four */
    Scene scene(String more, QdrantTransport transport) throws Exception {
        WorkspaceConfig workspace;
        try (Sites sites = new Sites(folder)) {
            workspace = Shop.config(folder, sites, more).workspaces().getFirst();
        }
        QdrantClient client = new QdrantClient(transport, Endpoint.of(URI.create("http://127.0.0.1:9")));
        return new Scene(
                workspace,
                workspace.site(TestLog.GREEN).orElseThrow(),
                client,
                List.of(client),
                Optional.empty(),
                Map.of(),
                new SiteMarks.Silent("nobody is there"),
                () -> new SiteMarks.Silent("nobody is there"),
                Lag.UNKNOWN,
                new Losses.Unknown("nobody tells"),
                TestLog.INCIDENT,
                new ClaimId(new UUID(0, 1)),
                new Scene.Limits(0.8, 0.5, Duration.ofSeconds(1)));
    }
}
