package io.lifeboat.lab.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestKindTest {

    @ParameterizedTest
    @CsvSource({
        "GET,/collections,READ",
        "HEAD,/,READ",
        "POST,/collections/docs/points,READ",
        "POST,/collections/docs/points/scroll,READ",
        "POST,/collections/docs/points/count,READ",
        "POST,/collections/docs/points/query,READ",
        "POST,/collections/docs/points/query/batch,READ",
        "POST,/collections/docs/points/query/groups,READ",
        "POST,/collections/docs/points/search,READ",
        "POST,/collections/docs/points/search/matrix/pairs,READ",
        "POST,/collections/docs/points/recommend,READ",
        "POST,/collections/docs/points/discover/batch,READ",
        "POST,/collections/docs/facet,READ",
        "PUT,/collections/docs/points,WRITE",
        "PUT,/collections/docs,WRITE",
        "PATCH,/collections/docs,WRITE",
        "DELETE,/collections/docs,WRITE",
        "PUT,/collections/docs/index,WRITE",
        "POST,/collections/docs/points/delete,WRITE",
        "POST,/collections/docs/points/payload,WRITE",
        "POST,/collections/docs/points/batch,WRITE",
        "POST,/collections/aliases,WRITE",
        "PUT,/collections/docs/snapshots/recover,LOCAL_WRITE",
        "POST,/collections/docs/snapshots/upload,LOCAL_WRITE",
        "POST,/collections/docs/cluster,LOCAL_WRITE",
        "POST,/collections/docs/snapshots,HOUSEKEEPING",
        "DELETE,/collections/docs/snapshots/one.snapshot,HOUSEKEEPING",
        "POST,/snapshots,HOUSEKEEPING"
    })
    void shouldTellReadsFromWrites(String method, String path, RequestKind expected) {
        assertThat(RequestKind.of(method, path)).isEqualTo(expected);
    }
}
