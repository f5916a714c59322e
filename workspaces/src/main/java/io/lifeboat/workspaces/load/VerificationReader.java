package io.lifeboat.workspaces.load;

import io.lifeboat.workspaces.config.EndpointTest;
import io.lifeboat.workspaces.config.SmokeTest;
import io.lifeboat.workspaces.config.Verification;
import java.util.Optional;

/** Reads what a workspace wants to be true after a recovery. */
final class VerificationReader {
    private final Sections sections;

    VerificationReader(Sections sections) {
        this.sections = sections;
    }

    Verification read(Cursor at) {
        return new Verification(
                sections.list(at.get("endpoints"), this::endpoint), sections.list(at.get("smoke"), this::smoke));
    }

    private Optional<EndpointTest> endpoint(Cursor at) {
        return sections.findings()
                .attempt(
                        at,
                        () -> new EndpointTest(
                                at.get("name").text().orElseThrow(),
                                at.get("method").text().orElse(EndpointTest.DEFAULT_METHOD),
                                at.get("url").url().orElseThrow(),
                                at.get("body").text().orElse(null),
                                at.get("status").number().orElse(EndpointTest.DEFAULT_STATUS),
                                at.get("path").text().orElse(null),
                                at.get("value").text().orElse(null)));
    }

    private Optional<SmokeTest> smoke(Cursor at) {
        return sections.findings()
                .attempt(
                        at,
                        () -> new SmokeTest(
                                at.get("name").text().orElseThrow(),
                                at.get("command").items().stream()
                                        .flatMap(item -> item.text().stream())
                                        .toList(),
                                at.get("timeout").duration().orElse(SmokeTest.DEFAULT_TIMEOUT)));
    }
}
