package io.lifeboat.qdrant.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import io.lifeboat.qdrant.answer.QdrantJson;
import io.lifeboat.qdrant.answer.WrongShape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalVectorsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[0.1, 1]                                   | [0.1000000001, 1.0]",
                "[0.33333334]                               | [0.33333331]",
                "[0.0]                                      | [-0.0]",
                "[1.5]                                      | {\"\":[1.5]}",
                "{\"a\":[1],\"b\":[2]}                      | {\"b\":[2],\"a\":[1]}",
                "{\"s\":{\"indices\":[7,3],\"values\":[1,2]}} | {\"s\":{\"values\":[2,1],\"indices\":[3,7]}}",
                "{\"m\":[[1,2],[3]]}                        | {\"m\":[[1.0,2.0],[3.0]]}"
            })
    void shouldTakeOnesForTheSame(String one, String other) throws Exception {
        assertThat(canonical(one)).isEqualTo(canonical(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[0.1]                                      | [0.100001]",
                "[0.1]                                      | [-0.1]",
                "[0.1]                                      | [1.0]",
                "[1, 2]                                     | [2, 1]",
                "[1]                                        | [1, 0]",
                "[1]                                        | [null]",
                "{\"a\":[1],\"b\":[2]}                      | {\"a\":[2],\"b\":[1]}",
                "{\"a\":[1,2]}                              | {\"a\":[1],\"b\":[2]}",
                "{\"ab\":[1]}                               | {\"a\":[1]}",
                "{\"m\":[[1,2],[3]]}                        | {\"m\":[[1],[2,3]]}",
                "{\"m\":[[1,2]]}                            | {\"m\":[1,2]}",
                "{\"s\":{\"indices\":[3],\"values\":[1]}}   | {\"s\":{\"indices\":[4],\"values\":[1]}}",
                "{\"s\":{\"indices\":[3],\"values\":[1]}}   | {\"s\":{\"indices\":[3],\"values\":[2]}}"
            })
    void shouldTellOthersApart(String one, String other) throws Exception {
        assertThat(canonical(one)).isNotEqualTo(canonical(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"5", "[\"x\"]", "{\"a\":5}", "{\"s\":{\"indices\":[1],\"values\":[]}}", "{\"s\":{\"index\":[1]}}"
            })
    void shouldRefuseWhatIsNoVector(String json) {
        assertThatThrownBy(() -> canonical(json)).isInstanceOf(WrongShape.class);
    }

    private static byte[] canonical(String json) throws Exception {
        ByteSink sink = new ByteSink();
        try (JsonParser parser = QdrantJson.factory().createParser(json)) {
            parser.nextToken();
            CanonicalVectors.write(parser, sink);
        }
        return sink.copy();
    }
}
