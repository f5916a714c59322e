package io.lifeboat.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.cli.Failure;
import io.lifeboat.cli.Story;
import io.lifeboat.events.command.Action;
import io.lifeboat.events.command.CommandEnvelope;
import io.lifeboat.events.command.CommandSigner;
import io.lifeboat.events.command.KeyFiles;
import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.events.id.CommandId;
import io.lifeboat.events.id.Person;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.incident.CommandRefused;
import io.lifeboat.events.incident.WorkspaceHeld;
import io.lifeboat.events.plan.Arguments;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerTest {
    private static final CommandId ID = new CommandId(new UUID(4, 4));

    @TempDir
    Path folder;

    @Test
    void shouldBeObeyedWhenTheDecisionCounts() {
        Story story = new Story().healthy();

        story.tell(Service.DETECTOR, new WorkspaceHeld(Story.SHOP, 0, "alice holds shop", hold(ID)));

        assertThat(answer(story, hold(ID))).contains(new Answer.Obeyed("held: alice holds shop"));
    }

    @Test
    void shouldBeRefusedWhenTheLogVoidsTheDecision() {
        Story story = new Story().healthy();

        story.tell(Service.DETECTOR, new WorkspaceHeld(Story.SHOP, 7, "alice holds shop", hold(ID)));

        assertThat(answer(story, hold(ID)))
                .contains(new Answer.Refused("the log voided it: decided on version 7, but 0 is current"));
    }

    @Test
    void shouldBeRefusedWhenTheDetectorSaysSo() {
        Story story = new Story().healthy();

        story.tell(Service.DETECTOR, new CommandRefused(Story.SHOP, null, hold(ID), "it expired"));

        assertThat(answer(story, hold(ID))).contains(new Answer.Refused("it expired"));
    }

    @Test
    void shouldNotTakeTheAnswerToAnotherCommandForItsOwn() {
        Story story = new Story().healthy();
        CommandId other = new CommandId(new UUID(5, 5));

        story.tell(Service.DETECTOR, new WorkspaceHeld(Story.SHOP, 0, "bob holds shop", hold(other)));

        assertThat(answer(story, hold(ID))).isEmpty();
    }

    @Test
    void shouldReadBackWhatWasSaved() throws Exception {
        Path file = folder.resolve("command.json");
        SignedCommand signed = hold(ID);

        SignedFile.write(file, signed);

        assertThat(SignedFile.read(file)).isEqualTo(signed);
    }

    @Test
    void shouldRefuseAFileThatHoldsNoCommand() throws Exception {
        Path file = Files.writeString(folder.resolve("command.json"), "[1, 2]");

        assertThatThrownBy(() -> SignedFile.read(file))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("expected a signed command");
    }

    private static Optional<Answer> answer(Story story, SignedCommand sent) {
        return Answer.of(story.records().getLast(), ID, sent);
    }

    private static SignedCommand hold(CommandId id) {
        CommandEnvelope envelope = new CommandEnvelope(
                id,
                Story.SHOP,
                null,
                Action.HOLD,
                Arguments.none(),
                0,
                Story.START,
                Story.START.plusSeconds(30),
                "0123456789abcdef",
                new Person("alice"));
        return new CommandSigner("alice-2026", KeyFiles.generate().getPrivate()).sign(envelope);
    }
}
