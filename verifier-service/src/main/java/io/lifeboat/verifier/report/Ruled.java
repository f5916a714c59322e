package io.lifeboat.verifier.report;

import io.lifeboat.events.fold.LogRecord;
import io.lifeboat.events.fold.Ruling;

/** A record and what the rules of the log said of it. */
public record Ruled(LogRecord record, Ruling ruling) {}
