package io.lifeboat.cli.log;

import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.Service;
import java.time.Instant;

/**
 * A process of a service, by its last beat.
 *
 * @param instance what people call it
 * @param at by the log's clock
 */
public record Beating(Service service, ProcessId process, String instance, boolean folded, Instant at) {}
