package io.lifeboat.restore.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.backup.BackupKind;
import io.lifeboat.backup.BackupRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackupChoiceTest {
    private static final Instant NOW = Kept.at(60);

    private static BackupWish wish(Optional<Instant> at, Optional<Instant> before) {
        return new BackupWish(
                "qdrant", Optional.empty(), at, before, Optional.empty(), List.of(), Optional.of("1.18.3"));
    }

    private static BackupWish newest() {
        return wish(Optional.empty(), Optional.empty());
    }

    private static BackupChoice choose(BackupWish wish, BackupRecord... all) {
        return BackupChoice.of(List.of(all), wish, NOW);
    }

    private static BackupRecord chosen(BackupWish wish, BackupRecord... all) {
        return ((BackupChoice.Chosen) choose(wish, all)).backup();
    }

    private static String why(BackupChoice choice) {
        return switch (choice) {
            case BackupChoice.Chosen chosen -> chosen.why();
            case BackupChoice.None none -> none.why();
        };
    }

    @Test
    void shouldChooseTheNewestProvenOneWhenANewerOneWasNeverProven() {
        assertThat(chosen(newest(), Kept.full(30, false), Kept.full(10, true), Kept.full(20, true)))
                .isEqualTo(Kept.full(20, true));
    }

    @Test
    void shouldChooseNoneWhenNoneIsProven() {
        assertThat(why(choose(newest(), Kept.full(10, false), Kept.refuted(20))))
                .isEqualTo("no proven backup");
    }

    @Test
    void shouldChooseByTimeTheNewestThatHadEndedThen() {
        Instant ended = Kept.at(20).plusSeconds(30);

        assertThat(chosen(wish(Optional.of(ended), Optional.empty()), Kept.full(10, true), Kept.full(20, false)))
                .isEqualTo(Kept.full(20, false));
        assertThat(chosen(
                        wish(Optional.of(ended.minusMillis(1)), Optional.empty()),
                        Kept.full(10, true),
                        Kept.full(20, false)))
                .isEqualTo(Kept.full(10, true));
    }

    @Test
    void shouldNeverChooseALaterOneWhenThereIsNoneAtThatTime() {
        assertThat(why(choose(wish(Optional.of(Kept.at(5)), Optional.empty()), Kept.full(10, true))))
                .isEqualTo("no backup at or before " + Kept.at(5));
    }

    @Test
    void shouldChooseBeforeABreachWhatHadEndedBefore() {
        Instant breach = Kept.at(20).plusSeconds(30);

        assertThat(chosen(wish(Optional.empty(), Optional.of(breach)), Kept.full(10, true), Kept.full(20, true)))
                .isEqualTo(Kept.full(10, true));
        assertThat(chosen(
                        wish(Optional.empty(), Optional.of(breach.plusMillis(1))),
                        Kept.full(10, true),
                        Kept.full(20, true)))
                .isEqualTo(Kept.full(20, true));
    }

    @Test
    void shouldNameTheWholeChainWhenALinkIsChosen() {
        BackupRecord full = Kept.full(10, true);
        BackupRecord first = Kept.link(20, full);
        BackupRecord second = Kept.link(30, first);

        BackupChoice choice = choose(wish(Optional.of(Kept.at(40)), Optional.empty()), second, full, first);

        assertThat(((BackupChoice.Chosen) choice).chain()).containsExactly(full, first, second);
        assertThat(why(choice)).contains("a chain of 3", "it was never proven");
    }

    @Test
    void shouldPassOverALinkWhenItsChainIsBroken() {
        BackupRecord lost = Kept.link(20, null);

        assertThat(chosen(wish(Optional.of(Kept.at(40)), Optional.empty()), lost, Kept.full(10, true)))
                .isEqualTo(Kept.full(10, true));
    }

    @Test
    void shouldPassOverWhatAnotherVersionMade() {
        assertThat(chosen(newest(), Kept.madeBy(30, "1.18.4"), Kept.madeBy(20, "1.17.0")))
                .isEqualTo(Kept.madeBy(20, "1.17.0"));
        assertThat(why(choose(newest(), Kept.madeBy(30, "1.16.0"))))
                .contains("will do", "expected the same minor version or one up");
    }

    @Test
    void shouldPassOverByTimeWhatAProofHasRefuted() {
        assertThat(chosen(wish(Optional.of(Kept.at(40)), Optional.empty()), Kept.refuted(30), Kept.full(10, false)))
                .isEqualTo(Kept.full(10, false));
    }

    @Test
    void shouldSayHowMuchIsLostAndThatItIsMoreThanTheObjective() {
        BackupWish wish = new BackupWish(
                "qdrant",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Duration.ofMinutes(15)),
                List.of(),
                Optional.empty());

        assertThat(why(choose(wish, Kept.full(30, true))))
                .isEqualTo(Kept.id(BackupKind.FULL, 30) + ", the newest proven one; what was written in the last 1770 s"
                        + " before now is not in it, more than the 900 s of the objective");
    }

    @Test
    void shouldRefuseWhatLacksACollectionThatIsWanted() {
        BackupWish wish = new BackupWish(
                "qdrant",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of("docs", "users"),
                Optional.empty());

        assertThat(why(choose(wish, Kept.full(30, true)))).contains("it does not hold [users]");
    }
}
