package io.lifeboat.workspaces.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.events.id.Person;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.TargetId;
import io.lifeboat.events.id.VantageId;
import io.lifeboat.workspaces.Samples;
import java.net.URI;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No record can be made with a value that it cannot mean, whoever makes it. */
class RecordGuardsTest {
    private static final URI URL = URI.create("http://127.0.0.1:1/");
    private static final Duration SECOND = Duration.ofSeconds(1);

    static Stream<Arguments> refused() {
        return Stream.of(
                refused("most: expected 1 to 10000, got 0", () -> new Brake(0, SECOND)),
                refused("window: expected more than zero, got 0s", () -> new Brake(1, Duration.ZERO)),
                refused("status: expected 100 to 599, got 600", () -> new Application(new TargetId("a"), URL, 600)),
                refused("name: expected a text, got nothing", () -> new ProtectedCollection(" ", 1, false)),
                refused("golden: expected 0 to 100, got 101", () -> new ProtectedCollection("a", 101, false)),
                refused(
                        "controlsNeeded: expected 1 to 1, got 0",
                        () -> new Vantage(new VantageId("a"), List.of(URL), 0)),
                refused(
                        "until: expected later than from (1970-01-01T00:00:00Z), got 1970-01-01T00:00:00Z",
                        () -> new MaintenanceWindow(Instant.EPOCH, Instant.EPOCH)),
                refused(
                        "nodes: expected at least one address, got nothing",
                        () -> new Site(new SiteId("a"), null, "v", List.of(), null, null)),
                refused(
                        "value: expected a text, got nothing",
                        () -> new Site(new SiteId("a"), null, "", List.of(URL), null, null)),
                refused("switch: expected a text, got nothing", () -> new Traffic("", false, Settings.none())),
                refused("switch: expected a text, got nothing", () -> new Fence("", Settings.none())),
                refused("role: expected a text, got nothing", () -> new Contact("a", "", Set.of(), Settings.none())),
                refused(
                        "id: expected a text, got nothing",
                        () -> new Channel("", "log", Audience.OPERATORS, Set.of(), Settings.none())),
                refused(
                        "roles: expected at least one role, got nothing",
                        () -> new Operator(new Person("a"), "k", key(), Set.of())),
                refused("period: expected more than zero, got 0s", () -> probes(Duration.ZERO, SECOND, 1, 1, 0)),
                refused("timeout: expected more than zero, got 0s", () -> probes(SECOND, Duration.ZERO, 1, 1, 0)),
                refused("downAfter: expected 1 to 100, got 0", () -> probes(SECOND, SECOND, 0, 1, 0)),
                refused("refusedAfter: expected 1 to 100, got 0", () -> rule(0, SECOND)),
                refused("refusedAfter: expected 1 to 100, got 101", () -> rule(101, SECOND)),
                refused("silence: expected zero or more, got PT-1S", () -> rule(1, SECOND.negated())),
                refused("upAfter: expected 1 to 100, got 0", () -> probes(SECOND, SECOND, 1, 0, 0)),
                refused("jitter: expected 0 to 0.5, got NaN", () -> probes(SECOND, SECOND, 1, 1, Double.NaN)),
                refused("coolDown: expected zero or more, got PT-1S", () -> policies(SECOND.negated(), SECOND, 1)),
                refused("maxLag: expected zero or more, got PT-1S", () -> policies(SECOND, SECOND.negated(), 1)),
                refused("minVantages: expected 1 to 100, got 0", () -> policies(SECOND, SECOND, 0)),
                refused(
                        "vantages: expected at least one, got nothing",
                        () -> new LifeboatConfig(List.of(), Brake.DEFAULT, List.of(), List.of())),
                refused("sites: expected at least two, got 1", RecordGuardsTest::workspaceOfOneSite));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void shouldNameTheFieldWhenAValueIsRefused(String message, ThrowingCallable making) {
        assertThatThrownBy(making).isInstanceOf(BadValue.class).hasMessage(message);
    }

    private static Arguments refused(String message, ThrowingCallable making) {
        return Arguments.of(message, making);
    }

    private static Probes probes(Duration period, Duration timeout, int down, int up, double jitter) {
        return new Probes(period, SECOND, timeout, SECOND, down, 1, SECOND, up, jitter, true);
    }

    private static Probes rule(int refusedAfter, Duration silence) {
        return new Probes(SECOND, SECOND, SECOND, SECOND, 1, refusedAfter, silence, 1, 0, true);
    }

    private static Policies policies(Duration coolDown, Duration maxLag, int minVantages) {
        return new Policies(true, false, false, coolDown, false, maxLag, SECOND, false, minVantages);
    }

    private static PublicKey key() throws NoSuchAlgorithmException {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
    }

    private static WorkspaceConfig workspaceOfOneSite() {
        WorkspaceConfig whole = Samples.workspace();
        return new WorkspaceConfig(
                whole.id(),
                whole.address(),
                null,
                whole.traffic(),
                whole.sites().subList(0, 1),
                null,
                null,
                List.of(),
                List.of(),
                Verification.NONE,
                whole.probes(),
                whole.policies(),
                List.of(),
                whole.objectives(),
                whole.plans(),
                List.of(),
                whole.channels(),
                null);
    }
}
