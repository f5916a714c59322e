package io.lifeboat.restore.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.events.serde.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PullsTest {
    private static final byte[] BYTES = "what was kept".getBytes(StandardCharsets.UTF_8);

    private final Pulls pulls = new Pulls();

    private static Content content(byte[] kept, String sha256) {
        return new Content("docs.snapshot", BYTES.length, sha256, () -> new ByteArrayInputStream(kept));
    }

    private static Content sound() {
        return content(BYTES, Json.sha256(BYTES));
    }

    @Test
    void shouldGiveTheContentToTheFirstWhoAsksAndToNobodyElse() throws Exception {
        try (Pulls.Offer offer = pulls.offer(sound(), bytes -> {})) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pulls.take(offer.token()).orElseThrow().sendTo(out);

            assertThat(out.toByteArray()).isEqualTo(BYTES);
            assertThat(offer.pull().isWhole()).isTrue();
            assertThat(pulls.take(offer.token())).isEmpty();
        }
    }

    @Test
    void shouldGiveNothingWhenTheOfferIsClosed() {
        Pulls.Offer offer = pulls.offer(sound(), bytes -> {});

        offer.close();

        assertThat(pulls.take(offer.token())).isEmpty();
    }

    @Test
    void shouldBreakOffWhenTheRestoreEndsWhileItIsPulled() throws IOException {
        Pulls.Offer offer = pulls.offer(sound(), bytes -> {});
        Pull pull = pulls.take(offer.token()).orElseThrow();

        offer.close();

        assertThatThrownBy(() -> pull.sendTo(new ByteArrayOutputStream())).hasMessage("the restore has ended");
        assertThat(pull.fault()).isEmpty();
    }

    @Test
    void shouldNameTheFileWhenItIsNotWhatWasRecorded() {
        byte[] flipped = BYTES.clone();
        flipped[3] ^= 1;
        try (Pulls.Offer offer = pulls.offer(content(flipped, Json.sha256(BYTES)), bytes -> {})) {
            assertThatThrownBy(() -> offer.pull().sendTo(new ByteArrayOutputStream()))
                    .hasMessage("docs.snapshot at offset 13: expected SHA-256 %s, found %s"
                            .formatted(Json.sha256(BYTES), Json.sha256(flipped)));
            assertThat(offer.pull().fault()).isPresent();
            assertThat(offer.pull().isWhole()).isFalse();
        }
    }

    @Test
    void shouldNameTheOffsetWhenTheFileIsCut() {
        byte[] cut = java.util.Arrays.copyOf(BYTES, 5);
        try (Pulls.Offer offer = pulls.offer(content(cut, Json.sha256(BYTES)), bytes -> {})) {
            assertThatThrownBy(() -> offer.pull().sendTo(new ByteArrayOutputStream()))
                    .hasMessage("docs.snapshot at offset 5: expected 13 bytes, found 5");
        }
    }

    @Test
    void shouldStandUnderTheAddressOfTheService() {
        try (Pulls.Offer offer = pulls.offer(sound(), bytes -> {})) {
            assertThat(offer.under(URI.create("http://restore:9085/")))
                    .hasToString("http://restore:9085/pull/" + offer.token() + "/content.snapshot");
        }
    }
}
