package io.lifeboat.failover.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.events.fold.Guards;
import io.lifeboat.failover.http.HttpCalls;
import io.lifeboat.lab.edge.Edge;
import io.lifeboat.lab.edge.EdgeConfig;
import io.lifeboat.lab.edge.Target;
import io.lifeboat.lab.fault.FaultProxy;
import io.lifeboat.lab.fault.FaultProxyConfig;
import io.lifeboat.saga.step.StepOutcome;
import io.lifeboat.saga.traffic.Reading;
import io.lifeboat.saga.traffic.TrafficProtocol;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdgeSwitchTest {
    private static final Reading BLUE = new Reading("127.0.0.1:6333", 0, "");
    private static final Reading GREEN = new Reading("127.0.0.1:6343", 1, "claim-1");

    @TempDir
    private Path directory;

    private final HttpCalls calls = new HttpCalls();
    private Edge edge;
    private EdgeSwitch direct;

    @BeforeEach
    void start() throws Exception {
        edge = Edge.start(EdgeConfig.of(directory, Target.parse(BLUE.value())));
        direct = to(edge.adminPort());
    }

    @AfterEach
    void close() {
        edge.close();
        calls.close();
    }

    private EdgeSwitch to(int port) {
        return new EdgeSwitch(calls, URI.create("http://127.0.0.1:%d/".formatted(port)), Optional.empty());
    }

    @Test
    void shouldReadWhatTheEdgeStoresWhenAsked() throws Exception {
        assertThat(direct.read()).isEqualTo(BLUE);
    }

    @Test
    void shouldSetAllThreeWhenTheExpectedValueStands() throws Exception {
        boolean set = direct.compareAndSet(BLUE, GREEN);

        assertThat(set).isTrue();
        assertThat(direct.read()).isEqualTo(GREEN);
    }

    @Test
    void shouldSayFalseAndChangeNothingWhenAnotherValueStands() throws Exception {
        boolean set = direct.compareAndSet(new Reading(BLUE.value(), 0, "somebody"), GREEN);

        assertThat(set).isFalse();
        assertThat(direct.read()).isEqualTo(BLUE);
    }

    @Test
    void shouldLetExactlyOneWinWhenManySetAtOnce() throws Exception {
        List<Reading> wishes = IntStream.range(0, 8)
                .mapToObj(n -> new Reading(GREEN.value(), 1, "claim-" + n))
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> sets = wishes.stream()
                    .map(wish -> threads.submit(() -> direct.compareAndSet(BLUE, wish)))
                    .toList();

            int won = 0;
            for (Future<Boolean> set : sets) {
                won += set.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
        assertThat(wishes).contains(direct.read());
    }

    @Test
    void shouldThrowAndNotSayFalseWhenTheAnswerIsLost() throws Exception {
        try (FaultProxy proxy = proxyTo(edge.adminPort())) {
            EdgeSwitch behind = to(proxy.port());
            fault(proxy, "{\"mode\":\"black-hole\"}");

            assertThatThrownBy(() -> behind.compareAndSet(BLUE, GREEN))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("no answer within");
        }
    }

    @Test
    void shouldThrowWhenTheEdgeRefusesConnections() {
        edge.close();

        assertThatThrownBy(direct::read).isInstanceOf(IOException.class).hasMessageContaining("/traffic");
        assertThatThrownBy(() -> direct.compareAndSet(BLUE, GREEN)).isInstanceOf(IOException.class);
    }

    @Test
    void shouldThrowAndNotSayFalseWhenTheEdgeCannotMakeSenseOfTheRequest() {
        Reading noAddress = new Reading("no address", 1, "claim-1");

        assertThatThrownBy(() -> direct.compareAndSet(BLUE, noAddress))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("answered 400");
    }

    @Test
    void shouldNotMoveLaterWhenAClaimWasSealed() throws Exception {
        TrafficProtocol claim = new TrafficProtocol(direct, GREEN, Guards.ALL);

        StepOutcome sealed = claim.seal("its time was over");

        assertThat(sealed).isInstanceOf(StepOutcome.Retry.class);
        assertThat(direct.read()).isEqualTo(new Reading(BLUE.value(), GREEN.epoch(), GREEN.claim()));
        assertThat(direct.compareAndSet(BLUE, GREEN)).isFalse();
        assertThat(direct.read().value()).isEqualTo(BLUE.value());
    }

    private static FaultProxy proxyTo(int port) throws Exception {
        return FaultProxy.start(new FaultProxyConfig(new Target("127.0.0.1", port), 0, 0));
    }

    private void fault(FaultProxy proxy, String json) throws Exception {
        URI uri = URI.create("http://127.0.0.1:%d/fault".formatted(proxy.adminPort()));
        HttpRequest set = HttpRequest.newBuilder(uri)
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        assertThat(calls.exchange(set, Duration.ofSeconds(5)).status()).isEqualTo(200);
    }
}
