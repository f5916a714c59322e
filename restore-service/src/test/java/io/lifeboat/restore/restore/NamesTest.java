package io.lifeboat.restore.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.events.id.ClaimId;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.restore.provision.PlaceName;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    private static final PlaceName ATTEMPT = PlaceName.of(
            new IncidentId("INC-2026-03-01-001"), new ClaimId(UUID.fromString("01234567-89ab-4cde-8f01-23456789abcd")));

    @Test
    void shouldNameAPlaceByIncidentAndClaim() {
        assertThat(ATTEMPT).hasToString("inc-2026-03-01-001.0123456789ab");
    }

    @Test
    void shouldKnowItsRivals() {
        assertThat(ATTEMPT.isRival("inc-2026-03-01-001.ba9876543210")).isTrue();
        assertThat(ATTEMPT.isRival(ATTEMPT.text())).isFalse();
        assertThat(ATTEMPT.isRival("inc-2026-03-01-0012.ba9876543210")).isFalse();
    }

    @Test
    void shouldNameACollectionByIncidentAndClaim() {
        RestoredName name = new RestoredName("docs", ATTEMPT);

        assertThat(name).hasToString("docs--inc-2026-03-01-001-0123456789ab");
        assertThat(name.isRival("docs--inc-2026-03-01-001-ba9876543210")).isTrue();
        assertThat(name.isRival(name.text())).isFalse();
        assertThat(name.isRival("docs")).isFalse();
        assertThat(name.isRival("docs--inc-2026-03-01-002-ba9876543210")).isFalse();
    }

    @Test
    void shouldRefuseACollectionWhoseNameLeavesNoRoom() {
        assertThatThrownBy(() -> new RestoredName("d".repeat(230), ATTEMPT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", "A", "a/b", "a.b", "../a"})
    void shouldRefuseANameThatCouldLeadElsewhere(String purpose) {
        assertThatThrownBy(() -> new PlaceName(purpose, "0123456789ab")).isInstanceOf(IllegalArgumentException.class);
    }
}
