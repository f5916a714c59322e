package io.lifeboat.qdrant.transport;

import io.lifeboat.qdrant.transport.RawAnswer.Damage;
import java.util.Optional;

/** A body as far as it was received, and what was wrong with it, if anything. */
record Gathered(Body body, Optional<Damage> damage) {}
