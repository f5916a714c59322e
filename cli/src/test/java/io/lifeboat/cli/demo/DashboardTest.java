package io.lifeboat.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.cli.Golden;
import io.lifeboat.cli.Story;
import io.lifeboat.cli.lab.LabProcess;
import io.lifeboat.cli.lab.LabShape;
import io.lifeboat.cli.log.LogStates;
import io.lifeboat.cli.terminal.Marks;
import io.lifeboat.cli.terminal.Style;
import io.lifeboat.cli.terminal.Texts;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.StepId;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DashboardTest {
    private static final Instant FAULT = Story.START.plusMillis(400);

    @Test
    void shouldShowTrafficUsersAndStepsWhileItRecovers() {
        Golden.assertMatches("dashboard.txt", picture(new Dashboard(Style.BARE, Marks.UNICODE)));
    }

    @Test
    void shouldUsePlainSignsWhereTheTerminalKnowsNoOthers() {
        assertThat(picture(new Dashboard(Style.BARE, Marks.ASCII))).matches("[\\x00-\\x7F]*");
    }

    @Test
    void shouldRedrawWhereItStandsAndCutWhatIsTooWide() {
        // given
        StringWriter written = new StringWriter();
        LiveView view = new LiveView(new PrintWriter(written), new Dashboard(Style.BARE, Marks.ASCII), 40);
        int lines = new Dashboard(Style.BARE, Marks.ASCII).lines(frame("a")).size();

        // when
        view.show(frame("a sentence that is far too long for a terminal of forty columns"));
        view.show(frame("another"));
        view.close();

        // then
        assertThat(written.toString())
                .startsWith("\033[?25l")
                .contains("\033[" + lines + "A\r\033[J")
                .endsWith("\033[?25h");
        assertThat(written.toString().lines()).allMatch(line -> Texts.width(line) <= 40 + "\033[?25l".length());
    }

    @Test
    void shouldWriteNothingWhenNothingHasChanged() {
        // given
        StringWriter written = new StringWriter();
        LiveView view = new LiveView(new PrintWriter(written), new Dashboard(Style.BARE, Marks.ASCII), 80);
        view.show(frame("same"));
        int before = written.toString().length();

        // when
        view.show(frame("same"));

        // then
        assertThat(written.toString()).hasSize(before);
    }

    private static String picture(Dashboard dashboard) {
        return String.join("\n", dashboard.lines(frame("switch-traffic is ready"))) + "\n";
    }

    private static Frame frame(String sentence) {
        Story story = new Story()
                .healthy()
                .at(1_000)
                .opened()
                .claimed(Service.FAILOVER, "switch-traffic", 1, 2, "it is ready");
        UserStats.Kind reads = new UserStats.Kind(1_230, 31, Duration.ofMillis(620), Duration.ZERO);
        UserStats.Kind writes = new UserStats.Kind(240, 0, Duration.ZERO, Duration.ZERO);
        UserStats.Kind nothing = new UserStats.Kind(0, 0, Duration.ZERO, Duration.ZERO);
        Observation seen = new Observation(
                Story.START.plusMillis(1_040),
                processes(),
                Optional.of(LogStates.of(story, Set.of(), Set.of())),
                Optional.of(new UserStats(reads, writes, 9)));
        return new Frame(
                new DemoStage.Recovering(FAULT, Story.BLUE, Story.INCIDENT),
                seen,
                Story.START,
                Optional.of(FAULT),
                Optional.of(new UserStats(nothing, nothing, 0)),
                Map.of(new StepId("switch-traffic"), sentence));
    }

    private static List<LabProcess> processes() {
        return LabShape.processes().stream()
                .map(name -> new LabProcess(
                        name,
                        name.equals("qdrant-blue") ? "EXITED" : "READY",
                        OptionalLong.of(1),
                        0,
                        OptionalInt.empty()))
                .toList();
    }
}
