package io.lifeboat.qdrant.alias;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.lifeboat.qdrant.Recording;
import io.lifeboat.qdrant.transport.Body;
import io.lifeboat.qdrant.transport.Method;
import io.lifeboat.qdrant.transport.QdrantRequest;
import io.lifeboat.qdrant.transport.RawAnswer;
import io.lifeboat.qdrant.transport.ResourcePath;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Holds the fake to what a real server answered, as the switch's tests are worth no more than the fake is. */
class FakeAliasesContractTest {
    @Test
    void shouldAnswerAsTheRealServerDidInCase44() throws Exception {
        FakeAliases fake = new FakeAliases("docs--old", "docs--new");
        ObjectMapper mapper = new ObjectMapper();

        for (Recording.Step step : Recording.of("44-alias-compare-and-set").steps()) {
            RawAnswer.Whole answer = (RawAnswer.Whole) fake.exchange(request(step));

            assertThat(answer.status())
                    .as(step.toString())
                    .isEqualTo(step.answer().status());
            var expected = mapper.readTree(step.answer().body().text());
            var found = mapper.readTree(answer.body().text());
            assertThat(found.path("result")).isEqualTo(expected.path("result"));
            assertThat(found.path("status")).isEqualTo(expected.path("status"));
        }
    }

    private static QdrantRequest request(Recording.Step step) {
        return new QdrantRequest(
                Method.valueOf(step.method()),
                URI.create("http://127.0.0.1"),
                new ResourcePath(step.path(), ""),
                Body.of(step.request().toString()),
                Optional.empty(),
                Duration.ofSeconds(1),
                1000);
    }
}
