package io.lifeboat.lab.qdrant.http;

import java.io.IOException;

/** Answers one route; refusals are thrown as {@link QdrantError}. Called on many threads at once. */
@FunctionalInterface
public interface Handler {
    Answer handle(Call call) throws IOException;
}
