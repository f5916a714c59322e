package io.lifeboat.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.plan.Arguments;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemaRuleTest {
    private static final Arguments KEYWORD = Arguments.of("type", "keyword");
    private static final Arguments TENANT = KEYWORD.with("is_tenant", true);

    @Test
    void shouldPassWhenEachIndexIsThere() {
        assertThat(SchemaRule.judge(Map.of("city", KEYWORD), Map.of("city", KEYWORD)))
                .isEqualTo(CheckResult.passed("1 indexes as recorded"));
    }

    @Test
    void shouldPassAndSaySoWhenMoreFieldsAreIndexed() {
        assertThat(SchemaRule.judge(Map.of("city", KEYWORD), Map.of("city", KEYWORD, "year", KEYWORD)))
                .isEqualTo(CheckResult.passed("1 indexes as recorded, also indexed: [year]"));
    }

    @Test
    void shouldPassWhenTheServerTellsAParameterMore() {
        assertThat(SchemaRule.judge(Map.of("city", KEYWORD), Map.of("city", TENANT)))
                .isInstanceOf(CheckResult.Passed.class);
    }

    @Test
    void shouldFailWhenAnIndexIsMissing() {
        assertThat(SchemaRule.judge(Map.of("city", KEYWORD, "year", KEYWORD), Map.of("year", KEYWORD)))
                .isEqualTo(CheckResult.failed("city has no index, recorded was keyword"));
    }

    @Test
    void shouldFailWhenAnIndexHasAnotherType() {
        assertThat(SchemaRule.judge(Map.of("city", KEYWORD), Map.of("city", Arguments.of("type", "text"))))
                .isEqualTo(CheckResult.failed("city has type text, recorded was keyword"));
    }

    @Test
    void shouldFailWhenAParameterIsAnotherOrGone() {
        assertThat(SchemaRule.judge(
                        Map.of("a", TENANT, "b", TENANT), Map.of("a", KEYWORD, "b", KEYWORD.with("is_tenant", false))))
                .isEqualTo(CheckResult.failed(
                        "a has is_tenant unset, recorded was true, b has is_tenant false, recorded was true"));
    }
}
