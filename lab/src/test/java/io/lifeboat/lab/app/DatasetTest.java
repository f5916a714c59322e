package io.lifeboat.lab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.lab.http.Json;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetTest {

    @Test
    void shouldMakeTheSamePointsForTheSameSeed() {
        assertThat(Json.text(new Dataset(10, 10, 42).point(Dataset.DOCS, 3)))
                .isEqualTo(Json.text(new Dataset(10, 10, 42).point(Dataset.DOCS, 3)))
                .isNotEqualTo(Json.text(new Dataset(10, 10, 43).point(Dataset.DOCS, 3)))
                .isNotEqualTo(Json.text(new Dataset(10, 10, 42).point(Dataset.ARCHIVE, 3)));
    }

    @Test
    void shouldNeverChangeWhatASeedMeans() {
        assertThat(Json.text(new Dataset(10, 10, 42).point(Dataset.DOCS, 1)))
                .isEqualTo("{\"id\":1,\"vector\":[-0.7337,0.9695,-0.0605,0.9217,-0.7988,0.1043,-0.6998,-0.6204],"
                        + "\"payload\":{\"city\":\"Trieste\",\"title\":\"On the fishing of Trieste, 1\"}}");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1_000_001})
    void shouldRefuseASizeOutOfRange(int size) {
        assertThatThrownBy(() -> new Dataset(size, 1, 1)).hasMessageContaining("points: expected 1 to");
        assertThatThrownBy(() -> new Dataset(1, size, 1)).hasMessageContaining("archivePoints: expected 1 to");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://h:1", "h", "http:///x"})
    void shouldRefuseAnAddressThatIsNone(String url) {
        assertThatThrownBy(() -> AppConfig.of(URI.create(url))).hasMessageContaining("url: expected http");
    }
}
