package io.lifeboat.qdrant.transport;

import java.util.OptionalLong;

/**
 * A download that came whole.
 *
 * @param bytes handed to the receiver
 * @param total of the whole file, where the server told it
 * @param partial only the part that was asked for came; else all of it did, from its first byte
 */
public record Received(long bytes, OptionalLong total, boolean partial) {}
