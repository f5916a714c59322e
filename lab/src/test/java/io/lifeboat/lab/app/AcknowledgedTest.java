package io.lifeboat.lab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AcknowledgedTest {

    @Test
    void shouldKeepTheNewestTenThousand() {
        Acknowledged acknowledged = new Acknowledged();
        for (int i = 1; i <= 10_500; i++) {
            acknowledged.add("docs", i, i, Instant.EPOCH);
        }

        assertThat(acknowledged.since(Instant.EPOCH)).hasSize(10_000);
        assertThat(acknowledged.since(Instant.EPOCH).getFirst()).containsEntry("sequence", 501L);
        assertThat(acknowledged.lastSequence()).isEqualTo(10_500);
    }
}
