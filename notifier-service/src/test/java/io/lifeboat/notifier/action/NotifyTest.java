package io.lifeboat.notifier.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.plan.Step;
import io.lifeboat.events.plan.StepBuilder;
import io.lifeboat.events.step.StepCatalogue;
import io.lifeboat.notifier.Story;
import io.lifeboat.notifier.channel.Delivery;
import io.lifeboat.notifier.channel.Dispatchers;
import io.lifeboat.notifier.channel.NoticeChannel;
import io.lifeboat.notifier.message.Message;
import io.lifeboat.saga.step.StepContext;
import io.lifeboat.saga.step.StepOutcome;
import io.lifeboat.workspaces.config.Channel;
import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.load.ConfigLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotifyTest {
    @TempDir
    private Path directory;

    private final Recording good = new Recording("log", new Delivery.Sent("taken"));
    private final Recording bad = new Recording("x-bad", new Delivery.NotSent("refused"));
    private final NoticeChannel broken = new Broken();
    private LifeboatConfig config;

    @BeforeEach
    void load() throws Exception {
        config = config("""
                - {type: log, id: ops}
                - {type: log, id: clients, audience: customers}
                - {type: log, id: quiet, severities: [P3]}
                - {type: x-bad, id: bad}
                - {type: x-broken, id: broken}
                - {type: x-nobody, id: nobody}
                """);
    }

    private LifeboatConfig config(String channels) throws Exception {
        Path file = directory.resolve("workspaces.yaml");
        Files.writeString(file, """
                vantages:
                  - {id: north, controls: ["tcp://192.0.2.1:53"]}
                workspaces:
                  - id: shop
                    address: http://127.0.0.1:8080
                    traffic: {switch: edge, admin: "http://127.0.0.1:8081"}
                    sites:
                      - {id: blue, value: "127.0.0.1:6333", nodes: ["http://127.0.0.1:6333"]}
                      - {id: green, value: "127.0.0.1:6343", nodes: ["http://127.0.0.1:6343"]}
                    channels:
                """ + channels.indent(6));
        return ConfigLoader.load(file).orThrow();
    }

    private Notices notices() {
        return new Notices(config, Dispatchers.of(good, bad, broken), InstantSource.system());
    }

    private StepOutcome run(StepBuilder step) throws Exception {
        StepContext claim =
                new Story().blueIsActive().opened(true, step.build()).claim("tell");
        return step.build().type().equals(StepCatalogue.NOTIFY)
                ? new Notify(notices()).run(claim)
                : new Escalate(notices()).run(claim);
    }

    private static StepBuilder notice(String phase) {
        return Step.of("tell", StepCatalogue.NOTIFY).argument("phase", phase);
    }

    @Test
    void shouldBeDoneAndSayWhichFailedWhenSomeChannelsTakeIt() throws Exception {
        StepOutcome outcome = run(notice("first"));

        assertThat(outcome).isInstanceOf(StepOutcome.Done.class);
        assertThat(outcome.why()).isEqualTo("2 of 5 channels took it");
        assertThat(((StepOutcome.Done) outcome).output().values().get("channels"))
                .asString()
                .contains("ops=sent: taken", "bad=not sent: refused", "broken=not sent: unexpected", "nobody=not sent");
    }

    @Test
    void shouldTellEachAudienceItsOwnTextWithAKeyOfItsOwn() throws Exception {
        run(notice("first"));

        assertThat(good.sent).containsOnlyKeys("ops", "clients");
        assertThat(good.sent.get("ops").text()).contains("blue answers no vantage");
        assertThat(good.sent.get("clients").text()).doesNotContain("blue");
        assertThat(good.keys.values()).doesNotHaveDuplicates().allMatch(key -> key.contains(":first:"));
    }

    @Test
    void shouldTryAgainWhenNoChannelTakesIt() throws Exception {
        StepOutcome outcome = run(notice("update").argument("channels", List.of("bad", "broken")));

        assertThat(outcome).isInstanceOf(StepOutcome.Retry.class);
        assertThat(outcome.why()).contains("refused", "unexpected");
    }

    @Test
    void shouldSendOnlyToTheNamedChannelsWhenThePlanNamesThem() throws Exception {
        run(notice("final").argument("channels", List.of("ops")));

        assertThat(good.sent).containsOnlyKeys("ops");
        assertThat(bad.sent).isEmpty();
    }

    @Test
    void shouldFailWhenThePlanNamesAChannelThatIsNotThere() throws Exception {
        StepOutcome outcome = run(notice("final").argument("channels", List.of("ops", "pager")));

        assertThat(outcome).isInstanceOf(StepOutcome.Failed.class);
        assertThat(outcome.why()).contains("[pager]");
        assertThat(good.sent).isEmpty();
    }

    @Test
    void shouldFailWhenThePhaseIsUnknown() throws Exception {
        assertThat(run(notice("sometimes"))).isInstanceOf(StepOutcome.Failed.class);
    }

    @Test
    void shouldBeDoneWhenNobodyIsToBeTold() throws Exception {
        StepOutcome outcome = run(notice("first").argument("channels", List.of("quiet")));

        assertThat(outcome).isEqualTo(StepOutcome.done("no channel hears of this incident"));
    }

    @Test
    void shouldTellTheReasonWhenAPersonIsNeeded() throws Exception {
        run(Step.of("tell", StepCatalogue.ESCALATE).argument("reason", "standby green is unfit"));

        assertThat(good.sent.get("ops").text()).contains("A person is needed: standby green is unfit");
        assertThat(good.sent.get("clients").text()).doesNotContain("green");
    }

    private static final class Recording implements NoticeChannel {
        private final String type;
        private final Delivery delivery;
        private final Map<String, Message> sent = new ConcurrentHashMap<>();
        private final Map<String, String> keys = new ConcurrentHashMap<>();

        private Recording(String type, Delivery delivery) {
            this.type = type;
            this.delivery = delivery;
        }

        @Override
        public String type() {
            return type;
        }

        @Override
        public Delivery deliver(Channel channel, Message message, String key, Instant deadline) {
            sent.put(channel.id(), message);
            keys.put(channel.id(), key);
            return delivery;
        }
    }

    private static final class Broken implements NoticeChannel {
        @Override
        public String type() {
            return "x-broken";
        }

        @Override
        public Delivery deliver(Channel channel, Message message, String key, Instant deadline) {
            throw new IllegalStateException("a bug");
        }
    }
}
