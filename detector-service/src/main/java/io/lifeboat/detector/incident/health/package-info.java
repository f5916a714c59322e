/** What all vantages have reported, folded from {@code lifeboat.health}. */
@org.jspecify.annotations.NullMarked
package io.lifeboat.detector.incident.health;
