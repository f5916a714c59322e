package io.lifeboat.events.command;

import io.lifeboat.events.Event;

/** What stands in {@code lifeboat.commands}. */
public sealed interface CommandEvent extends Event permits CommandIssued {}
