package io.lifeboat.detector.probe.service;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Settings of the probe side. */
@ConfigMapping(prefix = "lifeboat.webhook")
public interface VantageSettings {

    /** Where Alertmanager's bearer token is: {@code env:NAME} or {@code file:/PATH}. Without one, nobody is let in. */
    Optional<String> token();
}
