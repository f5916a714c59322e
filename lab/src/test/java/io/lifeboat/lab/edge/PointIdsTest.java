package io.lifeboat.lab.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointIdsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'points':[{'id':1},{'id':'b'}]}|[1, b]",
                "{'points':[1,'b']}|[1, b]",
                "{'batch':{'ids':[3,4],'vectors':[[1],[2]]}}|[3, 4]",
                "{'operations':[{'upsert':{'points':[{'id':5}]}},{'delete':{'points':[6]}}]}|[5, 6]",
                "{'filter':{}}|[]",
                "not json|[]"
            })
    void shouldFindTheIdsThatAWriteNames(String body, String expected) throws IOException {
        assertThat(PointIds.of(Buffer.buffer(body.replace('\'', '"'))).toString())
                .isEqualTo(expected);
    }
}
