package io.lifeboat.lab.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.lab.Http;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdgeTrafficTest {

    private static final Target A = Target.parse("127.0.0.1:1111");
    private static final Target B = Target.parse("127.0.0.1:2222");
    private static final Traffic FIRST = Traffic.initial(A);
    private static final Traffic SECOND = new Traffic(B, 4, "claim-4");

    @TempDir
    private Path directory;

    private Edge edge;

    @BeforeEach
    void start() throws Exception {
        edge = Edge.start(EdgeConfig.of(directory, A));
    }

    @AfterEach
    void close() {
        edge.close();
    }

    @Test
    void shouldTellTheInitialValueWhenNothingWasSet() throws Exception {
        assertThat(Http.get(edge.adminPort(), "/traffic").body())
                .isEqualTo("{\"target\":\"127.0.0.1:1111\",\"epoch\":0,\"claimId\":\"\"}");
    }

    @Test
    void shouldAnswerTheNewValueWhenTheExpectedOneStands() throws Exception {
        Http.Reply reply = EdgeCalls.set(edge.adminPort(), FIRST, SECOND);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("target").asText()).isEqualTo(B.toString());
        assertThat(Http.get(edge.adminPort(), "/traffic").json().path("claimId").asText())
                .isEqualTo("claim-4");
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1:1112,4,claim-4", "127.0.0.1:2222,3,claim-4", "127.0.0.1:2222,4,claim-5"})
    void shouldRefuseWithTheCurrentValueWhenOnePartDiffers(String target, long epoch, String claim) throws Exception {
        EdgeCalls.set(edge.adminPort(), FIRST, SECOND);

        Http.Reply reply = EdgeCalls.set(
                edge.adminPort(), new Traffic(Target.parse(target), epoch, claim), new Traffic(A, 5, "claim-x"));

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.json().path("target").asText()).isEqualTo(B.toString());
        assertThat(reply.json().path("epoch").asLong()).isEqualTo(4);
        assertThat(reply.json().path("claimId").asText()).isEqualTo("claim-4");
    }

    @Test
    void shouldRefuseWhenTheWantedEpochIsLower() throws Exception {
        EdgeCalls.set(edge.adminPort(), FIRST, SECOND);

        Http.Reply reply = EdgeCalls.set(edge.adminPort(), SECOND, new Traffic(A, 3, "claim-4"));

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.json().path("reason").asText()).contains("lower");
    }

    @Test
    void shouldRefuseWhenAnEqualEpochBelongsToAnotherClaim() throws Exception {
        EdgeCalls.set(edge.adminPort(), FIRST, SECOND);

        Http.Reply reply = EdgeCalls.set(edge.adminPort(), SECOND, new Traffic(A, 4, "claim-5"));

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.json().path("reason").asText()).contains("another claim");
    }

    @Test
    void shouldTakeAnEqualEpochWhenTheValueIsTheInitialOne() throws Exception {
        assertThat(EdgeCalls.set(edge.adminPort(), FIRST, new Traffic(B, 0, "by hand"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void shouldTakeASealOfTheSameClaim() throws Exception {
        EdgeCalls.set(edge.adminPort(), FIRST, SECOND);

        assertThat(EdgeCalls.set(edge.adminPort(), SECOND, new Traffic(A, 4, "claim-4"))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wanted|{'expected':{'target':'h:1','epoch':0,'claimId':''}}",
                "expected|{'wanted':{'target':'h:1','epoch':0,'claimId':''}}",
                "wanted.target|{'expected':{'target':'h:1','epoch':0,'claimId':''},'wanted':{'target':'h','epoch':1,'claimId':'c'}}",
                "wanted.target|{'expected':{'target':'h:1','epoch':0,'claimId':''},'wanted':{'target':'h:70000','epoch':1,'claimId':'c'}}",
                "wanted.target|{'expected':{'target':'h:1','epoch':0,'claimId':''},'wanted':{'target':7,'epoch':1,'claimId':'c'}}",
                "wanted.epoch|{'expected':{'target':'h:1','epoch':0,'claimId':''},'wanted':{'target':'h:1','epoch':'1','claimId':'c'}}",
                "wanted.epoch|{'expected':{'target':'h:1','epoch':0,'claimId':''},'wanted':{'target':'h:1','epoch':-1,'claimId':'c'}}",
                "wanted.epoch|{'expected':{'target':'h:1','epoch':0,'claimId':''},'wanted':{'target':'h:1','epoch':1.5,'claimId':'c'}}",
                "wanted.claimId|{'expected':{'target':'h:1','epoch':0,'claimId':''},'wanted':{'target':'h:1','epoch':1,'claimId':''}}",
                "wanted.claimId|{'expected':{'target':'h:1','epoch':0,'claimId':''},'wanted':{'target':'h:1','epoch':1}}",
                "wanted.claim|{'expected':{'target':'h:1','epoch':0,'claimId':''},'wanted':{'target':'h:1','epoch':1,'claim':'c'}}",
                "force|{'expected':{},'wanted':{},'force':true}",
                "body|[]",
                "body|not json"
            })
    void shouldNameTheFieldWhenTheInputIsBad(String field, String body) throws Exception {
        Http.Reply reply = Http.post(edge.adminPort(), "/traffic", body.replace('\'', '"'));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("field").asText()).isEqualTo(field);
    }

    @Test
    void shouldLetExactlyOneWinWhenManySetWithTheSameExpectation() throws Exception {
        List<CompletableFuture<Http.Reply>> setters = new ArrayList<>();
        for (int i = 1; i <= 24; i++) {
            Traffic wanted = new Traffic(B, i, "claim-" + i);
            setters.add(Http.sendAsync("POST", edge.adminPort(), "/traffic", EdgeCalls.body(FIRST, wanted)));
        }
        List<Integer> statuses = setters.stream()
                .map(CompletableFuture::join)
                .map(Http.Reply::status)
                .toList();

        assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
        assertThat(Http.get(edge.adminPort(), "/journal").json()).hasSize(1);
    }

    @Test
    void shouldJournalEverySetWithTimeAndBothValues() throws Exception {
        EdgeCalls.set(edge.adminPort(), FIRST, SECOND);
        EdgeCalls.set(edge.adminPort(), FIRST, SECOND);

        var journal = Http.get(edge.adminPort(), "/journal").json();

        assertThat(journal).hasSize(1);
        assertThat(journal.get(0).path("from").path("target").asText()).isEqualTo(A.toString());
        assertThat(journal.get(0).path("to").path("target").asText()).isEqualTo(B.toString());
        assertThat(journal.get(0).path("epoch").asLong()).isEqualTo(4);
        assertThat(journal.get(0).path("claimId").asText()).isEqualTo("claim-4");
        assertThat(journal.get(0).path("at").asText()).endsWith("Z");
    }

    @Test
    void shouldKeepTheStoredValueWhenStartedAgainWithAnotherTarget() throws Exception {
        EdgeCalls.set(edge.adminPort(), FIRST, SECOND);
        edge.close();

        edge = Edge.start(EdgeConfig.of(directory, A));

        assertThat(Http.get(edge.adminPort(), "/traffic").json().path("target").asText())
                .isEqualTo(B.toString());
        assertThat(Http.get(edge.adminPort(), "/journal").json()).hasSize(1);
    }

    @Test
    void shouldSayWhatIsWrongWhenAskedForWhatItHasNot() throws Exception {
        assertThat(Http.get(edge.adminPort(), "/healthz").status()).isEqualTo(200);
        assertThat(Http.get(edge.adminPort(), "/lag").status()).isEqualTo(404);
        assertThat(Http.get(edge.adminPort(), "/nothing").status()).isEqualTo(404);
        assertThat(Http.post(edge.adminPort(), "/lag", "{}").status()).isEqualTo(405);
    }
}
