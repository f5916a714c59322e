package io.lifeboat.cli.demo;

import io.lifeboat.cli.lab.LabProcess;
import io.lifeboat.cli.terminal.Span;
import io.lifeboat.cli.timeline.EntryLine;
import io.lifeboat.cli.timeline.TimelineEntry;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** One line after the other, for logs and pipes. */
final class PlainView implements DemoView {
    private final PrintWriter out;
    private final EntryLine line;
    private final Set<String> ready = new HashSet<>();
    private String waitsFor = "";

    PlainView(PrintWriter out, EntryLine line) {
        this.out = out;
        this.line = line;
    }

    @Override
    public void say(String sentence) {
        out.println(sentence);
        out.flush();
    }

    @Override
    public void event(TimelineEntry entry, Duration sinceFault) {
        out.print(line.text(entry, sinceFault));
        out.flush();
    }

    @Override
    public void show(Frame frame) {
        for (LabProcess process : frame.seen().processes()) {
            if (process.isReady() && ready.add(process.name())) {
                say(String.format(Locale.ROOT, "%8s  %s is ready", Span.of(frame.sinceBegin()), process.name()));
            }
        }
        if (frame.stage() instanceof DemoStage.Settling settling
                && !settling.waitsFor().equals(waitsFor)) {
            waitsFor = settling.waitsFor();
            say(String.format(Locale.ROOT, "%8s  waiting for %s", Span.of(frame.sinceBegin()), waitsFor));
        }
    }

    @Override
    public void close() {
        out.flush();
    }
}
