package io.lifeboat.detector.probe.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.detector.probe.track.Opinion;
import io.lifeboat.detector.probe.vantage.TargetKey;
import io.lifeboat.events.health.TargetState;
import io.lifeboat.events.id.TargetId;
import io.lifeboat.events.id.WorkspaceId;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertmanagerWebhookTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final TargetKey NODE = new TargetKey(new WorkspaceId("shop"), new TargetId("blue-1"));
    private static final TargetKey APP = new TargetKey(new WorkspaceId("shop"), new TargetId("app"));
    private static final String GOOD = "Bearer letmein";

    private final Map<TargetKey, Opinion> heard = new LinkedHashMap<>();
    private final AlertDesk desk = new AlertDesk(Set.of(NODE, APP), heard::put, Clock.fixed(NOW, ZoneOffset.UTC));
    private final AlertmanagerWebhook webhook = new AlertmanagerWebhook(desk, WebhookToken.of(() -> "letmein"));

    /** As Alertmanager 0.25 sent it: a group of two firing alerts. */
    private static String firing() {
        return resource("firing.json");
    }

    private static String resolved() {
        return firing().replace("\"status\":\"firing\"", "\"status\":\"resolved\"");
    }

    private static String resource(String name) {
        try (InputStream in = AlertmanagerWebhookTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void shouldTurnAGroupOfFiringAlertsIntoStates() {
        // when
        Response response = webhook.post(GOOD, firing());

        // then
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(heard.get(NODE).state()).isEqualTo(TargetState.DOWN);
        assertThat(heard.get(NODE).since()).isEqualTo(Instant.parse("2026-03-01T11:58:30.512Z"));
        assertThat(heard.get(NODE).evidence()).isEqualTo("QdrantDown is firing: Qdrant blue-1 does not answer");
        assertThat(heard.get(NODE).detail().texts("alerts")).containsExactly("QdrantDown");
        assertThat(heard.get(APP).state()).isEqualTo(TargetState.DEGRADED);
    }

    @Test
    void shouldSayUpWhenTheLastAlertIsResolved() {
        // given
        webhook.post(GOOD, firing());

        // when
        webhook.post(GOOD, resolved());

        // then
        assertThat(heard.get(NODE).state()).isEqualTo(TargetState.UP);
        assertThat(heard.get(NODE).since()).isEqualTo(NOW);
    }

    @Test
    void shouldTellTheScenarioOfAnAlertAboutNoTarget() {
        // given
        String breach = firing().replace("\"target\":\"blue-1\"", "\"scenario\":\"SECURITY_BREACH\"");

        // when
        webhook.post(GOOD, breach);

        // then
        TargetKey whole = new TargetKey(new WorkspaceId("shop"), new TargetId("alerts"));
        assertThat(heard.get(whole).state()).isEqualTo(TargetState.DOWN);
        assertThat(heard.get(whole).detail().text("scenario")).contains("SECURITY_BREACH");
    }

    @Test
    void shouldStayDownWhileAnotherAlertOfTheTargetFires() {
        // given
        webhook.post(GOOD, firing());
        webhook.post(GOOD, firing().replace("3b4d1e9f0a6c2d57", "ffffffffffffffff"));

        // when
        webhook.post(GOOD, resolved());

        // then
        assertThat(heard.get(NODE).state()).isEqualTo(TargetState.DOWN);
    }

    @Test
    void shouldSayTheSameWhenTheGroupIsSentAgain() {
        // given
        webhook.post(GOOD, firing());
        Opinion first = heard.get(NODE);

        // when
        webhook.post(GOOD, firing());

        // then
        assertThat(heard.get(NODE)).isEqualTo(first);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Bearer ", "Bearer wrong", "letmein", "Basic letmein"})
    void shouldAnswer401WhenTheTokenIsMissingOrWrong(String header) {
        // when
        Response response = webhook.post(header, firing());

        // then
        assertThat(response.getStatus()).isEqualTo(401);
        assertThat(heard).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "<html>", "{\"version\":\"4\",\"alerts\":[", "[]", "null"})
    void shouldAnswer400WhenThePayloadIsGarbage(String payload) {
        // when
        Response response = webhook.post(GOOD, payload);

        // then
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(((Map<?, ?>) response.getEntity()).get("field")).isEqualTo("payload");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"version\":\"4\"            | \"version\":\"3\"         | version",
                "\"status\":\"firing\",\"labels\" | \"status\":\"burning\",\"labels\" | alerts[0].status",
                "\"workspace\":\"shop\"       | \"workspace\":\"Not An Id\" | alerts[0].labels.workspace",
                "\"workspace\":\"shop\"       | \"workspac\":\"shop\"     | alerts[0].labels.workspace",
                "\"workspace\":\"shop\"       | \"workspace\":\"other\"   | alerts[0].labels.workspace",
                "\"severity\":\"critical\"    | \"scenario\":\"RAIN\"     | alerts[0].labels.scenario",
                "\"target\":\"blue-1\"        | \"target\":\"red-9\"      | alerts[0].labels.target",
                "\"fingerprint\":\"3b4d1e9f0a6c2d57\" | \"fingerprint\":7 | alerts[0].fingerprint",
                "2026-03-01T11:58:30.512Z | yesterday             | alerts[0].startsAt",
                "\"alerts\":[                 | \"alertz\":[              | alerts"
            })
    void shouldNameTheFieldWhenOneIsWrong(String right, String wrong, String field) {
        // given
        assertThat(firing()).contains(right);

        // when
        Response response = webhook.post(GOOD, firing().replace(right, wrong));

        // then
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(((Map<?, ?>) response.getEntity()).get("field")).isEqualTo(field);
        assertThat(heard).isEmpty();
    }

    @Test
    void shouldLetNobodyInWhereThereIsNoToken() {
        // given
        AlertmanagerWebhook closed = new AlertmanagerWebhook(desk, WebhookToken.none());

        // when, then
        assertThat(closed.post("Bearer ", firing()).getStatus()).isEqualTo(401);
        assertThat(closed.post(GOOD, firing()).getStatus()).isEqualTo(401);
    }

    @Test
    void shouldNotShowTheToken() {
        assertThat(WebhookToken.of(() -> "letmein").toString()).doesNotContain("letmein");
    }
}
