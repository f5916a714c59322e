package io.lifeboat.cli.demo;

import io.lifeboat.cli.terminal.Texts;
import io.lifeboat.cli.timeline.TimelineEntry;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;

/** A picture at the foot of the terminal that is redrawn where it stands; what stays scrolls away above it. Thread-safe. */
final class LiveView implements DemoView {
    private static final String HIDE_CURSOR = "\033[?25l";
    private static final String SHOW_CURSOR = "\033[?25h";
    private static final String CLEAR_BELOW = "\033[J";

    private final PrintWriter out;
    private final Dashboard dashboard;
    private final int width;
    private List<String> drawn = List.of();
    private boolean closed;

    LiveView(PrintWriter out, Dashboard dashboard, int width) {
        this.out = out;
        this.dashboard = dashboard;
        this.width = width;
        out.print(HIDE_CURSOR);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "show-cursor"));
    }

    @Override
    public synchronized void say(String sentence) {
        List<String> picture = drawn;
        erase();
        out.println(sentence);
        draw(picture);
    }

    /** Events are part of the picture. */
    @Override
    public void event(TimelineEntry entry, Duration sinceFault) {}

    @Override
    public synchronized void show(Frame frame) {
        List<String> picture = dashboard.lines(frame).stream()
                .map(line -> Texts.cut(line, width))
                .toList();
        if (!closed && !picture.equals(drawn)) {
            erase();
            draw(picture);
        }
    }

    private void erase() {
        if (!drawn.isEmpty()) {
            out.print("\033[" + drawn.size() + "A\r" + CLEAR_BELOW);
        }
        drawn = List.of();
    }

    private void draw(List<String> picture) {
        if (!closed) {
            picture.forEach(out::println);
            drawn = picture;
        }
        out.flush();
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            erase();
            closed = true;
            out.print(SHOW_CURSOR);
            out.flush();
        }
    }
}
