package io.lifeboat.cli.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.cli.Golden;
import io.lifeboat.cli.Story;
import io.lifeboat.cli.log.FoldedRecord;
import io.lifeboat.cli.terminal.Style;
import io.lifeboat.events.command.Action;
import io.lifeboat.events.command.CommandEnvelope;
import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.events.id.CommandId;
import io.lifeboat.events.id.Person;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.incident.CommandRefused;
import io.lifeboat.events.incident.OwnerMarked;
import io.lifeboat.events.incident.StepEnded;
import io.lifeboat.events.incident.WorkspaceHeld;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.serde.Json;
import io.lifeboat.events.serde.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimelineTextTest {
    private static final Instant FIRST_EVIDENCE = Story.START.plusMillis(500);

    @Test
    void shouldReadAsOneLineAnEventWhenARecoveryGoesWell() {
        Golden.assertMatches("timeline.txt", text(new Story().recovered(), 100));
    }

    @Test
    void shouldGiveOneObjectALineWhenJsonIsWanted() {
        StringBuilder lines = new StringBuilder();
        entries(new Story().recovered())
                .forEach(entry ->
                        lines.append(EntryJson.of(entry, FIRST_EVIDENCE)).append('\n'));

        Golden.assertMatches("timeline.jsonl", lines.toString());
    }

    @Test
    void shouldMarkWhatIsVoidAndSayWhyWhenAClaimCameTooLate() {
        // given
        Story story = new Story().recovered();

        // when
        story.at(1_500).ended(Service.VERIFIER, "verify-failover", 99, StepEnded.Verdict.FAILED, "too late");

        // then
        assertThat(text(story, 400)).contains("too late [void: ");
    }

    @Test
    void shouldShowTheAttemptAndItsEpochWhenAStepIsTakenOver() {
        // given
        Story story = new Story().healthy().at(1_000).opened();

        // when
        story.claimed(Service.FAILOVER, "switch-traffic", 1, 1, "it is ready")
                .claimed(Service.FAILOVER, "switch-traffic", 2, 2, "its claim is not mine");

        // then
        assertThat(text(story, 400))
                .contains("claimed, epoch 1: it is ready")
                .contains("claimed, attempt 2, epoch 2: its claim is not mine");
    }

    @Test
    void shouldShowRefusedCommandsAndHoldsWhenTheyFallIntoTheRecovery() {
        // given
        Story story = new Story().healthy().at(1_000).opened();

        // when
        story.tell(Service.DETECTOR, new CommandRefused(Story.SHOP, null, command(), "it was sent before"))
                .tell(Service.DETECTOR, new WorkspaceHeld(Story.SHOP, 0, "alice holds shop", null));

        // then
        assertThat(text(story, 400))
                .contains("refused: 'abort' in the name of alice: it was sent before")
                .contains("held: alice holds shop");
    }

    @Test
    void shouldShowTakeoversOfAServiceOnlyWhileTheIncidentRecovers() {
        // given
        ProcessId other = new ProcessId(new UUID(5, 5));
        Story before = new Story().healthy();
        Story during = new Story().healthy().at(1_000).opened();
        Story after = new Story().recovered();

        // when
        before.tell(Writer.of(Service.VERIFIER, other), new OwnerMarked(Service.VERIFIER, other, 2));
        during.tell(Writer.of(Service.VERIFIER, other), new OwnerMarked(Service.VERIFIER, other, 2));
        after.tell(Writer.of(Service.VERIFIER, other), new OwnerMarked(Service.VERIFIER, other, 2));

        // then
        assertThat(text(before, 400)).doesNotContain("owner");
        assertThat(text(during, 400)).contains("owner: this process takes over for the verifier service, term 2");
        assertThat(text(after, 400)).doesNotContain("owner");
    }

    @Test
    void shouldNotLetATextFromElsewhereMoveTheCursor() {
        // given
        Story story = new Story().healthy().at(1_000).opened();

        // when
        story.claimed(Service.FAILOVER, "switch-traffic", 1, 1, "gone\033[2J\nquite");

        // then
        assertThat(text(story, 400)).doesNotContain("\033").contains("gone [2J quite");
    }

    @Test
    void shouldBreakLongSentencesUnderTheirBeginningWhenTheTerminalIsNarrow() {
        String text = text(new Story().recovered(), 100);

        assertThat(text.lines()).allMatch(line -> line.length() <= 100);
    }

    private static SignedCommand command() {
        CommandEnvelope envelope = new CommandEnvelope(
                new CommandId(new UUID(3, 3)),
                Story.SHOP,
                null,
                Action.ABORT,
                Arguments.none(),
                0,
                Story.START,
                Story.START.plusSeconds(30),
                "0123456789abcdef",
                new Person("alice"));
        return new SignedCommand("alice-2026", Json.text(envelope), "");
    }

    private static String text(Story story, int width) {
        EntryLine line = new EntryLine(Style.BARE, width);
        StringBuilder text = new StringBuilder();
        for (TimelineEntry entry : entries(story)) {
            text.append(line.text(
                    entry, Duration.between(FIRST_EVIDENCE, entry.record().appendedAt())));
        }
        return text.toString();
    }

    private static List<TimelineEntry> entries(Story story) {
        IncidentWatch watch = new IncidentWatch(Story.SHOP, Story.INCIDENT);
        return story.records().stream()
                .flatMap((FoldedRecord folded) -> watch.see(folded.before(), folded.record(), folded.after()).stream())
                .toList();
    }
}
