package io.lifeboat.verifier.report;

import java.util.List;
import java.util.Locale;

/** Each objective as a bar up to what was reached, with marks at target and maximum. SVG, one scale a bar: its maximum. */
final class ObjectiveChart {
    private static final int WIDTH = 900;
    private static final int LEFT = 70;
    private static final int RIGHT = 20;
    private static final int ROW = 46;
    /** Room beyond the maximum, for what is over it. */
    private static final double BEYOND = 1.15;

    private ObjectiveChart() {}

    static String of(List<ObjectiveResult> objectives) {
        StringBuilder svg = new StringBuilder();
        svg.append(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Objectives: what was reached, target and maximum\">%n"
                        .formatted(WIDTH, ROW * objectives.size()));
        for (int i = 0; i < objectives.size(); i++) {
            row(svg, objectives.get(i), i * ROW);
        }
        return svg.append("</svg>").toString();
    }

    private static void row(StringBuilder svg, ObjectiveResult objective, int top) {
        double scale = (WIDTH - LEFT - RIGHT) / (objective.maximum().toMillis() * BEYOND);
        svg.append("<text x=\"0\" y=\"%d\">%s</text>%n".formatted(top + 18, Html.escaped(objective.name())));
        svg.append("<line class=\"rule\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>%n"
                .formatted(LEFT, top + 14, WIDTH - RIGHT, top + 14));
        objective.actual().ifPresent(actual -> {
            double wide = Math.max(3, Math.min(WIDTH - LEFT - RIGHT, actual.toMillis() * scale));
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"fill-%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"14\"><title>%s: %s</title></rect>%n",
                    Html.tone(Wording.verdict(objective.verdict())),
                    LEFT,
                    top + 7,
                    wide,
                    Html.escaped(objective.name()),
                    Wording.duration(actual)));
        });
        mark(
                svg,
                "target " + Wording.duration(objective.target()),
                LEFT + objective.target().toMillis() * scale,
                top);
        mark(
                svg,
                "maximum " + Wording.duration(objective.maximum()),
                LEFT + objective.maximum().toMillis() * scale,
                top);
    }

    private static void mark(StringBuilder svg, String what, double x, int top) {
        svg.append(String.format(
                Locale.ROOT,
                "<line class=\"mark\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>%n<text class=\"axis\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
                x,
                top + 4,
                x,
                top + 24,
                x,
                top + 37,
                what));
    }
}
