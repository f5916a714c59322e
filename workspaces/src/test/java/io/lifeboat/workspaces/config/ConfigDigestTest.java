package io.lifeboat.workspaces.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.workspaces.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigDigestTest {
    private static final String MORE = """
                apiKey: env:KEY
                channels: [{type: log, severities: [P0, P1]}]
                objectives: {NODE_FAILURE: {rtoMax: 20m}, APP_FAILURE: {rtoMax: 20m}}
            """;

    @Test
    void shouldStayWhenOnlyTheWritingChanges() {
        String other = "# a comment\n" + Samples.YAML + """
                    objectives: {APP_FAILURE: {rtoMax: 1200s}, NODE_FAILURE: {rtoMax: 20m}}
                    channels: [{severities: [P1, P0], type: log}]
                    apiKey: "env:KEY"
                    probes: {period: 1s}
                """;

        assertThat(digest(other)).isEqualTo(digest(Samples.YAML + MORE));
    }

    /** Pinned: equal on every machine and in every run, so that processes can compare theirs. */
    @Test
    void shouldBeThisOneWhenTheConfigurationIsThis() {
        assertThat(digest(Samples.YAML + MORE))
                .isEqualTo("84e23ff28716b4351de5713d3d270333cc4693200b3686f6d988c22d6d3a316d");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            env:KEY | env:OTHER
            rtoMax: 20m | rtoMax: 21m
            [P0, P1] | [P0]
            north | east
            admin: "http://127.0.0.1:8081" | admin: "http://127.0.0.1:8082"
            """)
    void shouldChangeWhenTheMeaningDoes(String old, String by) {
        String yaml = Samples.YAML + MORE;
        assertThat(yaml).contains(old);

        assertThat(digest(yaml.replace(old, by))).isNotEqualTo(digest(yaml));
    }

    private static String digest(String yaml) {
        return ConfigDigest.of(Samples.load(yaml));
    }
}
