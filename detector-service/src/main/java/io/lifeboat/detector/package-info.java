/** Notices, decides, and keeps the deadlines: the probe side and the incident side in one process. */
@org.jspecify.annotations.NullMarked
package io.lifeboat.detector;
