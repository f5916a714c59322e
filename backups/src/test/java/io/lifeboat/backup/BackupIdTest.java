package io.lifeboat.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupIdTest {

    @Test
    void shouldReadItsOwnTextBack() {
        BackupId id = Samples.incremental(Instant.parse("2026-03-01T23:59:07Z"));

        assertThat(id.text()).isEqualTo("shop/qdrant/incremental/20260301_235907");
        assertThat(BackupId.parse(id.text())).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "shop/qdrant/full",
                "shop/qdrant/full/2026-03-01",
                "shop/qdrant/half/20260301_235907",
                "shop/../full/20260301_235907",
                "../qdrant/full/20260301_235907",
                "shop/qdrant/full/20260301_235907/x"
            })
    void shouldRefuseWhatIsNoName(String text) {
        assertThatThrownBy(() -> BackupId.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldSortByTimeWhenOfOneSource() {
        BackupId early = Samples.incremental(Samples.NOON);
        BackupId late = Samples.full(Samples.NOON.plusSeconds(1));

        assertThat(early).isLessThan(late);
    }
}
