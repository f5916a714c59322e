package io.lifeboat.detector.probe.qdrant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CollectionRoundTest {
    private static final List<String> TURNS = List.of("b", "c", "d", "a");

    /** Goes through the round; those that are named serve, the others fail. */
    private static List<String> tried(CollectionRound round, Set<String> sound) {
        List<String> tried = new ArrayList<>();
        for (Optional<String> next = round.next(); next.isPresent(); next = round.next()) {
            tried.add(next.get());
            if (sound.contains(next.get())) {
                round.serves();
            } else {
                round.fails();
            }
        }
        return tried;
    }

    @Test
    void shouldTryOneInTurnWhenAllIsWell() {
        CollectionRound round = new CollectionRound(TURNS, Set.of());

        assertThat(tried(round, Set.copyOf(TURNS))).containsExactly("b");
        assertThat(round.servesNobody()).isFalse();
    }

    @Test
    void shouldLookForOneThatServesWhenOneFails() {
        CollectionRound round = new CollectionRound(TURNS, Set.of());

        assertThat(tried(round, Set.of("d", "a"))).containsExactly("b", "c", "d");
        assertThat(round.servesNobody()).isFalse();
    }

    @Test
    void shouldTryThoseWithoutABlemishFirstAndAllThatFailedBefore() {
        CollectionRound round = new CollectionRound(TURNS, Set.of("b", "c"));

        assertThat(tried(round, Set.of("d", "a"))).containsExactly("d", "b", "c");
        assertThat(round.servesNobody()).isFalse();
    }

    @Test
    void shouldSayThatNobodyIsServedOnlyOnceNoneIsLeft() {
        CollectionRound round = new CollectionRound(TURNS, Set.of("c"));

        assertThat(tried(round, Set.of())).containsExactly("b", "d", "a", "c");
        assertThat(round.servesNobody()).isTrue();
    }

    @Test
    void shouldSayNothingWhenNothingWasTried() {
        assertThat(new CollectionRound(TURNS, Set.of("c")).servesNobody()).isFalse();
        assertThat(new CollectionRound(List.of(), Set.of()).next()).isEmpty();
    }
}
