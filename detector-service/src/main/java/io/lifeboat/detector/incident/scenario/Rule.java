package io.lifeboat.detector.incident.scenario;

import java.util.stream.Stream;

/** Recognises one kind of incident. Pure. */
@FunctionalInterface
interface Rule {
    Stream<Finding> judge(Scene scene);
}
