package io.lifeboat.qdrant.snapshot.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LiveIdsTest {

    @Test
    void shouldCountAsASetDoesWhenIdsComeAndGo() {
        LiveIds ids = new LiveIds();
        Set<Long> model = new HashSet<>();
        Random random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            long id = random.nextInt(20_000);
            if (random.nextInt(3) == 0) {
                ids.remove(id);
                model.remove(id);
            } else {
                ids.add(id);
                model.add(id);
            }
        }

        assertThat(ids.count()).isEqualTo(model.size());
    }

    @Test
    void shouldGoOnByInsertsLessDeletesBeyondItsMemory() {
        LiveIds ids = new LiveIds();
        for (long id = 2; id < 2_000_002; id++) {
            ids.add(id);
        }
        ids.remove(2);

        assertThat(ids.count()).isEqualTo(1_999_999);
    }
}
