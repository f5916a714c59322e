package io.lifeboat.workspaces.config;

import java.util.List;

/**
 * What must be true after a recovery beyond what Lifeboat checks by itself.
 *
 * @param endpoints requests to applications, and what a right answer is
 * @param smoke the site's own programs
 */
public record Verification(List<EndpointTest> endpoints, List<SmokeTest> smoke) {
    public static final Verification NONE = new Verification(List.of(), List.of());

    public Verification {
        endpoints = List.copyOf(endpoints);
        smoke = List.copyOf(smoke);
    }
}
