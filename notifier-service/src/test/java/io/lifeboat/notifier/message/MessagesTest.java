package io.lifeboat.notifier.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.incident.IncidentAdvanced;
import io.lifeboat.events.incident.Severity;
import io.lifeboat.events.incident.Stage;
import io.lifeboat.events.incident.StepEnded.Verdict;
import io.lifeboat.events.plan.Need;
import io.lifeboat.events.plan.OnFailure;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.step.EffectClass;
import io.lifeboat.events.step.StepCatalogue;
import io.lifeboat.notifier.Story;
import io.lifeboat.workspaces.config.Audience;
import io.lifeboat.workspaces.config.Contact;
import io.lifeboat.workspaces.config.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each text against its golden file: a change of wording is a reviewed diff. What was written stands in target/golden. */
class MessagesTest {
    private static final Step[] PLAN = {
        Step.of("notify-first", StepCatalogue.NOTIFY).argument("phase", "first").build(),
        Step.of("assess", StepCatalogue.ASSESS_STANDBY)
                .argument("site", "green")
                .onFailure(OnFailure.BRANCH)
                .build(),
        Step.of("move", StepCatalogue.SWITCH_TRAFFIC)
                .effect(EffectClass.CAS)
                .argument("site", "green")
                .argument("switch", "edge")
                .argument("value", "10.1.2.3:6333")
                .needs(Need.succeeded("assess"))
                .approvedBy(0)
                .build(),
        Step.of("verify", StepCatalogue.VERIFY_FAILOVER)
                .argument("site", "green")
                .needs(Need.succeeded("move"))
                .build(),
        Step.of("clean", StepCatalogue.EXEC)
                .argument("command", List.of("clean"))
                .approvedBy(1)
                .build()
    };

    private static Story begun() {
        return new Story().blueIsActive().opened(true, PLAN);
    }

    private static Story underWay() {
        Story story = begun().ended("notify-first", Verdict.SUCCEEDED).ended("assess", Verdict.SUCCEEDED);
        story.claim("move");
        return story;
    }

    private static Story recovered() {
        return begun().ended("assess", Verdict.SUCCEEDED)
                .ended("move", Verdict.SUCCEEDED)
                .ended("verify", Verdict.SUCCEEDED)
                .tell(
                        Service.DETECTOR,
                        new IncidentAdvanced(Story.SHOP, Story.INCIDENT, Stage.RECOVERED, 0, "verify succeeded", null));
    }

    private static Story unfit() {
        return begun().ended("assess", Verdict.FAILED);
    }

    private static Situation situation(Workspace workspace, String reason, Duration later) {
        Contact alice = new Contact("alice", "primary-on-call", EnumSet.of(Severity.P0), Settings.none());
        return new Situation(
                workspace,
                workspace.find(Story.INCIDENT).orElseThrow(),
                PLAN[0],
                reason,
                List.of(alice),
                Story.BEGIN.plus(later));
    }

    private static Story story(String state) {
        return switch (state) {
            case "begun" -> begun();
            case "under-way" -> underWay();
            case "recovered" -> recovered();
            case "unfit" -> unfit();
            default -> throw new IllegalArgumentException(state);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "begun,     FIRST,      OPERATORS",
        "begun,     FIRST,      CUSTOMERS",
        "under-way, UPDATE,     OPERATORS",
        "under-way, UPDATE,     CUSTOMERS",
        "recovered, FINAL,      OPERATORS",
        "recovered, FINAL,      CUSTOMERS",
        "unfit,     FINAL,      OPERATORS",
        "unfit,     FINAL,      CUSTOMERS",
        "unfit,     ESCALATION, OPERATORS",
        "unfit,     ESCALATION, CUSTOMERS"
    })
    void shouldReadAsItsGoldenFileWhenWritten(String state, Phase phase, Audience audience) throws IOException {
        Situation at = situation(
                story(state).workspace(),
                phase == Phase.ESCALATION ? "standby green is unfit: traffic stays on blue" : "",
                Duration.ofMinutes(16));

        Message message = Messages.write(at, phase, audience);

        String name =
                "%s-%s-%s.txt".formatted(phase.text(), state, audience.name().toLowerCase(Locale.ROOT));
        String written = message.subject() + "\n\n" + message.text();
        Path shown = Path.of("target", "golden", name);
        Files.createDirectories(shown.getParent());
        Files.writeString(shown, written);
        assertThat(written).isEqualTo(golden(name));
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void shouldShowCustomersNothingInternalWhenItStandsInTheIncident(Phase phase) {
        for (String state : List.of("begun", "under-way", "recovered", "unfit")) {
            Situation at = situation(story(state).workspace(), "10.1.2.3 is down", Duration.ofMinutes(1));

            Message message = Messages.write(at, phase, Audience.CUSTOMERS);

            assertThat(message.subject() + message.text())
                    .doesNotContain("blue", "green", "10.1.2.3", "vantage", "told so", "alice", "assess");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "15, 0, within the target",
        "15, 1, past the target",
        "30, 0, past the target",
        "30, 1, past the maximum"
    })
    void shouldJudgeTheClockAtTheExactBoundary(int minutes, int millis, String verdict) {
        Situation at = situation(
                underWay().workspace(), "", Duration.ofMinutes(minutes).plusMillis(millis));

        assertThat(OperatorTexts.update(at)).contains(": " + verdict + "\n");
    }

    @Test
    void shouldTellOnlyWhatChangedSinceTheLastNoticeThatWentOut() {
        Story story = begun().ended("assess", Verdict.SUCCEEDED).ended("notify-first", Verdict.SUCCEEDED);

        assertThat(Progress.sinceLastNotice(
                        story.workspace().find(Story.INCIDENT).orElseThrow()))
                .isEmpty();
        story.ended("move", Verdict.FAILED);
        assertThat(Progress.sinceLastNotice(
                        story.workspace().find(Story.INCIDENT).orElseThrow()))
                .containsExactly("move failed: told so", "verify was skipped: what it needs cannot happen any more");
    }

    @Test
    void shouldRefuseAPhaseThatNoNoticeHas() {
        assertThat(Phase.parse("final")).isEqualTo(Phase.FINAL);
        assertThatThrownBy(() -> Phase.parse("escalation"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("phase: expected one of [first, update, final], got 'escalation'");
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = MessagesTest.class.getResourceAsStream("/golden/" + name)) {
            return in == null
                    ? "there is no golden file " + name
                    : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
