package io.lifeboat.detector.incident;

import static io.lifeboat.detector.incident.Vantages.NOON;
import static io.lifeboat.detector.incident.Vantages.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttentionTest {
    private final Attention attention = new Attention();

    @Test
    void shouldBeAttentiveSinceTheFirstLook() {
        attention.look(SHOP, false, NOON);

        assertThat(attention.look(SHOP, false, NOON.plus(Attention.GAP)).since())
                .isEqualTo(NOON);
    }

    @Test
    void shouldBeginAnewAfterAGap() {
        attention.look(SHOP, false, NOON);
        Instant back = NOON.plus(Attention.GAP).plusMillis(1);

        assertThat(attention.look(SHOP, false, back).since()).isEqualTo(back);
    }

    @Test
    void shouldRememberWhenStepsWereLastHeldBack() {
        assertThat(attention.look(SHOP, false, NOON).resumed()).isEqualTo(Instant.EPOCH);
        attention.look(SHOP, true, NOON.plusSeconds(1));

        assertThat(attention.look(SHOP, false, NOON.plusSeconds(2)).resumed()).isEqualTo(NOON.plusSeconds(1));
        assertThat(attention.look(SHOP, false, NOON.plusSeconds(2)).since()).isEqualTo(NOON);
    }
}
