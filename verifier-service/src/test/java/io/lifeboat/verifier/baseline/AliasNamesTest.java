package io.lifeboat.verifier.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.qdrant.alias.Alias;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AliasNamesTest {

    @Test
    void shouldKnowOwnAliasesWithoutTheirMarkersWhenOthersUseTheServerToo() {
        List<Alias> all = List.of(
                new Alias("books", "docs-2"),
                new Alias("books@7@claim-1", "docs-2"),
                new Alias("docs", "docs-restored"),
                new Alias("mail@home", "docs-2"),
                new Alias("others", "elsewhere"));

        assertThat(AliasNames.of(all, Set.of("docs", "docs-2")))
                .containsOnlyKeys("books", "docs", "mail@home")
                .containsEntry("docs", "docs-restored");
    }
}
