package io.lifeboat.events;

/**
 * Anything that Lifeboat writes to or reads from its topics. Each topic has a sealed family of its own; the families stand
 * in packages of their own, which is why this interface cannot be sealed itself.
 */
public interface Event {}
