package io.lifeboat.lab.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrafficSwitchTest {

    private static final Traffic FIRST = Traffic.initial(Target.parse("a:1"));
    private static final Traffic SECOND = new Traffic(Target.parse("b:2"), 1, "claim-1");

    @TempDir
    private Path directory;

    private final List<String> gate = new ArrayList<>();
    private TrafficStore store;
    private TrafficSwitch traffic;

    /** Notes each call, with what stood on disk at that moment. */
    private final class NotingGate implements Gate {
        @Override
        public void hold() {
            gate.add("hold, stored " + stored());
        }

        @Override
        public void release() {
            gate.add("release");
        }

        @Override
        public void move(Traffic value) {
            gate.add("move to " + value.target() + ", stored " + stored());
        }

        private String stored() {
            try {
                return Files.readString(directory.resolve("data/traffic.json")).contains("b:2") ? "new" : "old";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @BeforeEach
    void open() throws IOException {
        store = TrafficStore.open(directory.resolve("data"), Optional.of(FIRST.target()));
        traffic = new TrafficSwitch(store, new NotingGate(), InstantSource.system());
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    @Test
    void shouldHoldThenStoreThenTakeEffect() throws Exception {
        traffic.set(FIRST, SECOND);

        assertThat(gate).containsExactly("hold, stored old", "move to b:2, stored new");
    }

    @Test
    void shouldTouchNothingWhenTheSetIsRefused() throws Exception {
        assertThat(traffic.set(SECOND, FIRST)).isInstanceOf(SetResult.Refused.class);

        assertThat(gate).isEmpty();
        assertThat(traffic.journal()).isEmpty();
    }

    @Test
    void shouldNotTakeEffectAndRefuseMoreWhenItCannotBeStored() throws Exception {
        Files.createDirectory(directory.resolve("data/traffic.json.new"));
        Files.createFile(directory.resolve("data/traffic.json.new/in-the-way"));

        assertThatThrownBy(() -> traffic.set(FIRST, SECOND)).isInstanceOf(IOException.class);

        assertThat(gate).containsExactly("hold, stored old", "release");
        assertThat(traffic.current()).isEqualTo(FIRST);
        assertThatThrownBy(() -> traffic.set(FIRST, SECOND)).hasMessageContaining("must be restarted");
    }
}
