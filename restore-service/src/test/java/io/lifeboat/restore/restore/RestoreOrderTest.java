package io.lifeboat.restore.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.backup.CollectionRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestoreOrderTest {
    /** Each point stands for a byte. */
    private static List<List<String>> groups(List<String> critical, long budget, int most, CollectionRecord... wanted) {
        return RestoreOrder.groups(List.of(wanted), critical, CollectionRecord::pointsBefore, budget, most).stream()
                .map(group -> group.stream().map(CollectionRecord::name).toList())
                .toList();
    }

    @Test
    void shouldBeginWithCriticalOnesInTheirOrder() {
        assertThat(groups(
                        List.of("z", "b"),
                        100,
                        1,
                        Kept.collection("a", 1),
                        Kept.collection("b", 1),
                        Kept.collection("c", 1),
                        Kept.collection("z", 1)))
                .containsExactly(List.of("z"), List.of("b"), List.of("a"), List.of("c"));
    }

    @Test
    void shouldKeepEachGroupWithinTheBudget() {
        assertThat(groups(
                        List.of(),
                        10,
                        9,
                        Kept.collection("a", 6),
                        Kept.collection("b", 4),
                        Kept.collection("c", 7),
                        Kept.collection("d", 4)))
                .containsExactly(List.of("a", "b"), List.of("c"), List.of("d"));
    }

    @Test
    void shouldRestoreAloneWhatIsLargerThanTheBudget() {
        assertThat(groups(List.of(), 10, 9, Kept.collection("a", 50), Kept.collection("b", 1)))
                .containsExactly(List.of("a"), List.of("b"));
    }
}
