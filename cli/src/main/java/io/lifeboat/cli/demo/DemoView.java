package io.lifeboat.cli.demo;

import io.lifeboat.cli.timeline.TimelineEntry;
import java.time.Duration;

/** Shows a demonstration while it goes. Called by one thread at a time. */
interface DemoView extends AutoCloseable {

    /** Something that stays: a sentence. */
    void say(String sentence);

    /** An event of the incident, as it stands in the log. */
    void event(TimelineEntry entry, Duration sinceFault);

    /** How things stand now. */
    void show(Frame frame);

    /** Nothing is redrawn from here on. */
    @Override
    void close();
}
