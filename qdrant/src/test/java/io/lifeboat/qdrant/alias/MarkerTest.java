package io.lifeboat.qdrant.alias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkerTest {
    @Test
    void shouldReadBackItsOwnName() {
        Marker marker = new Marker("docs", 7, "5f0e4c1e-2f41-4a3a-9d57-0f0f0f0f0f0f");

        assertThat(Marker.parse("docs", marker.aliasName())).contains(marker);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"docs", "docs@5", "docs@five@x", "other@5@x", "docs@5@", "docs@-1@x", "docs@5@x@y", "my-docs@5@x"
            })
    void shouldFindNoMarkerInOtherAliases(String name) {
        assertThat(Marker.parse("docs", name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'',1,x,alias", "a@b,1,x,alias", "docs,-1,x,epoch", "docs,1,'',claimId", "docs,1,a@b,claimId"})
    void shouldRefuseWhatCouldNotBeReadBack(String alias, long epoch, String claim, String field) {
        assertThatThrownBy(() -> new Marker(alias, epoch, claim))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(field + ": expected");
    }
}
