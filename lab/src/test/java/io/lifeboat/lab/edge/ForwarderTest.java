package io.lifeboat.lab.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ForwarderTest {

    private static final Target A = Target.parse("127.0.0.1:1111");
    private static final Target B = Target.parse("127.0.0.1:2222");

    private final Vertx vertx = Vertx.vertx();
    private final EdgeConfig config = EdgeConfig.of(Path.of("unused"), A);
    private final Forwarder forwarder = new Forwarder(vertx, config, Traffic.initial(A), Optional.empty());
    private final List<String> said = new ArrayList<>();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void askWhetherToAcknowledge() {
        forwarder.acknowledge(forwarder.site(), () -> said.add("yes"), () -> said.add("no"));
    }

    @Test
    void shouldAcknowledgeAtOnceWhenNoSwitchIsUnderWay() {
        askWhetherToAcknowledge();

        assertThat(said).containsExactly("yes");
    }

    @Test
    void shouldSayNothingWhileASwitchIsBeingStored() {
        forwarder.hold();

        askWhetherToAcknowledge();

        assertThat(said).isEmpty();
    }

    @Test
    void shouldRefuseTheHeldWriteWhenTheSwitchWasStored() {
        forwarder.hold();
        askWhetherToAcknowledge();

        forwarder.move(new Traffic(B, 1, "claim-1"));

        assertThat(said).containsExactly("no");
    }

    @Test
    void shouldAcknowledgeTheHeldWriteWhenTheSwitchFailed() {
        forwarder.hold();
        askWhetherToAcknowledge();

        forwarder.release();

        assertThat(said).containsExactly("yes");
    }
}
