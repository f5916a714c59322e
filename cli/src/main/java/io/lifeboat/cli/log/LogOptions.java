package io.lifeboat.cli.log;

import io.lifeboat.cli.lab.LabInfo;
import io.lifeboat.cli.lab.LabLayout;
import io.lifeboat.cli.lab.LabOptions;
import io.lifeboat.saga.kafka.KafkaSettings;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the log is: that of a lab, unless a broker is named. */
public final class LogOptions {
    @Mixin
    private LabOptions lab = new LabOptions();

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            description = "The broker; else $LIFEBOAT_KAFKA, else that of the lab.",
            defaultValue = "${env:LIFEBOAT_KAFKA}")
    private Optional<String> bootstrap = Optional.empty();

    /** @throws io.lifeboat.cli.Failure if no broker is named and there is no lab */
    public KafkaSettings kafka() throws IOException {
        Optional<String> named = bootstrap.filter(text -> !text.isBlank());
        return KafkaSettings.lab(
                named.isPresent() ? named.get() : LabInfo.read(layout()).ports().bootstrap());
    }

    public LabLayout layout() {
        return lab.layout();
    }
}
