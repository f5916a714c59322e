package io.lifeboat.lab.process;

import java.util.Map;

/** A running part of the lab: its own process, or started inside a test. Closing it twice is harmless. */
public interface Part extends AutoCloseable {

    /** What the part is called in its ready line, such as {@code edge}. */
    String name();

    /** What others need to reach it: ports, addresses. */
    Map<String, Object> ready();

    @Override
    void close();
}
