package io.lifeboat.verifier.report;

import io.lifeboat.verifier.report.RecoveryReport.StepLine;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The steps that ran, each as a bar from its first claim to its last result, on one clock. SVG. */
final class StepChart {
    private static final int WIDTH = 900;
    private static final int LEFT = 190;
    private static final int RIGHT = 70;
    private static final int ROW = 24;
    private static final int AXIS = 26;
    private static final int TICKS = 5;

    private final StringBuilder svg = new StringBuilder();
    private final Duration end;

    private StepChart(Duration end) {
        this.end = end;
    }

    static String of(RecoveryReport report) {
        List<StepLine> ran = report.steps().stream()
                .filter(step -> step.began().isPresent())
                .sorted(Comparator.comparing(step -> step.began().get()))
                .toList();
        if (ran.isEmpty()) {
            return "<p>No step ran.</p>";
        }
        Duration written = Duration.between(report.startedAt(), report.writtenAt());
        Duration end = Stream.concat(
                        ran.stream()
                                .flatMap(step -> Stream.of(step.began(), step.ended()))
                                .flatMap(java.util.Optional::stream),
                        Stream.of(written, Duration.ofMillis(1)))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new StepChart(end).draw(ran);
    }

    private String draw(List<StepLine> ran) {
        int height = ROW * ran.size() + AXIS;
        svg.append(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Steps on the clock, since the first bad evidence\">%n"
                        .formatted(WIDTH, height));
        for (int i = 0; i <= TICKS; i++) {
            tick(end.multipliedBy(i).dividedBy(TICKS), height);
        }
        for (int i = 0; i < ran.size(); i++) {
            bar(ran.get(i), i * ROW);
        }
        return svg.append("</svg>").toString();
    }

    private void tick(Duration at, int height) {
        svg.append(String.format(
                Locale.ROOT,
                "<line class=\"rule\" x1=\"%.1f\" y1=\"0\" x2=\"%.1f\" y2=\"%d\"/>%n<text class=\"axis\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
                x(at),
                x(at),
                height - AXIS + 4,
                x(at),
                height - 8,
                Wording.duration(at)));
    }

    private void bar(StepLine step, int top) {
        Duration from = step.began().orElseThrow();
        Duration to = step.ended().filter(ended -> ended.compareTo(from) >= 0).orElse(end);
        double wide = Math.max(2, x(to) - x(from));
        String took = Wording.duration(to.minus(from));
        svg.append("<text x=\"0\" y=\"%d\">%s</text>%n"
                .formatted(top + 16, Html.escaped(step.step().value())));
        svg.append(String.format(
                Locale.ROOT,
                "<rect class=\"fill-%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"14\"><title>%s, %s: %s</title></rect>%n<text class=\"axis\" x=\"%.1f\" y=\"%d\">%s</text>%n",
                Html.tone(step.state()),
                x(from),
                top + 5,
                wide,
                Html.escaped(step.step().value()),
                Html.escaped(step.owner()),
                took,
                x(from) + wide + 4,
                top + 16,
                took));
    }

    private double x(Duration at) {
        return LEFT + (WIDTH - LEFT - RIGHT) * (double) at.toNanos() / end.toNanos();
    }
}
