/** Operators' commands as they come in: who may command, and what has been settled already. */
@org.jspecify.annotations.NullMarked
package io.lifeboat.detector.incident.command;
