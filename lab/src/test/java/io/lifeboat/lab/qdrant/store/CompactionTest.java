package io.lifeboat.lab.qdrant.store;

import static io.lifeboat.lab.qdrant.StandInFixture.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.lab.qdrant.StandInFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionTest {
    @TempDir
    private Path directory;

    @Test
    void shouldShortenTheLogAtStartAndKeepContentVersionsAndCounting() throws Exception {
        String before;
        try (StandInFixture shop = new StandInFixture(directory)) {
            for (int i = 0; i < 100; i++) {
                ok(shop.write(7));
            }
            before = page(shop);
        }
        Path log = directory.resolve("storage/collections/shop/0/points.log");
        long length = Files.size(log);

        try (StandInFixture shop = new StandInFixture(directory)) {
            assertThat(Files.size(log)).isLessThan(length / 10);
            assertThat(page(shop)).isEqualTo(before);
            assertThat(ok(shop.write(8)).json().at("/result/operation_id").asInt())
                    .isEqualTo(102);
        }
    }

    private static String page(StandInFixture shop) throws Exception {
        return ok(shop.data.post(
                        "/collections/shop/points/query", "{\"query\":[1,1],\"limit\":9,\"with_vector\":true}"))
                .json()
                .path("result")
                .toString();
    }
}
