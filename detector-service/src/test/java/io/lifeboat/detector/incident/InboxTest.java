package io.lifeboat.detector.incident;

import static io.lifeboat.detector.incident.Vantages.NOON;
import static io.lifeboat.detector.incident.Vantages.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.detector.incident.command.Inbox;
import io.lifeboat.detector.incident.command.Order;
import io.lifeboat.events.command.CommandIssued;
import io.lifeboat.events.command.SignedCommand;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InboxTest {
    private static Inbox with(Inbox inbox, long offset, Instant at) {
        return inbox.apply(new CommandIssued(SHOP, new SignedCommand("key", "no command", "")), offset, at, true);
    }

    @Test
    void shouldForgetWhatNobodyCouldObeyAnyMore() {
        Inbox inbox = with(Inbox.empty(), 0, NOON);

        assertThat(with(inbox, 1, NOON.plus(Inbox.KEPT)).open()).hasSize(2);
        assertThat(with(inbox, 1, NOON.plus(Inbox.KEPT).plusMillis(1)).open())
                .extracting(Order::offset)
                .containsExactly(1L);
    }

    @Test
    void shouldKeepABoundedNumberWhenFlooded() {
        Inbox inbox = Inbox.empty();
        for (int i = 0; i < 1100; i++) {
            inbox = with(inbox, i, NOON);
        }

        assertThat(inbox.open()).hasSize(1000);
        assertThat(inbox.open().get(0).offset()).isEqualTo(100);
    }

    @Test
    void shouldNotOfferAgainWhatWasAnswered() {
        Inbox inbox = with(Inbox.empty(), 0, NOON);

        assertThat(inbox.answered(inbox.open().get(0)).open()).isEmpty();
    }
}
