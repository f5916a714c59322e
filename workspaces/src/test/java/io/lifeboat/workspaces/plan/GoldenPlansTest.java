package io.lifeboat.workspaces.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.incident.Scenario;
import io.lifeboat.events.plan.Plan;
import io.lifeboat.events.serde.Json;
import io.lifeboat.workspaces.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each default plan as it travels in an event: a change of it is a reviewed diff. */
class GoldenPlansTest {

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void shouldBeAsReviewedWhenAPlanIsMade(Scenario scenario) throws IOException {
        Plan plan = DefaultPlans.planFor(Samples.workspace(), scenario, new SiteId("blue"), new SiteId("green"));

        assertThat(pretty(plan)).isEqualTo(golden(scenario));
    }

    private static String pretty(Plan plan) throws JsonProcessingException {
        return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(plan) + "\n";
    }

    private static String golden(Scenario scenario) throws IOException {
        String name = scenario + ".json";
        try (InputStream in = Objects.requireNonNull(GoldenPlansTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
