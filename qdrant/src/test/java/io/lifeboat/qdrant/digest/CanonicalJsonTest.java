package io.lifeboat.qdrant.digest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import io.lifeboat.qdrant.answer.QdrantJson;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {
    /** RFC 8785, section 3.2.3. */
    @Test
    void shouldSortAsTheRfcDoes() throws Exception {
        String input = """
                {
                  "\\u20ac": "Euro Sign",
                  "\\r": "Carriage Return",
                  "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                  "1": "One",
                  "\\ud83d\\ude00": "Emoji: Grinning Face",
                  "\\u0080": "Control",
                  "\\u00f6": "Latin Small Letter O With Diaeresis"
                }
                """;

        assertThat(canonical(input))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\","
                        + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    /** RFC 8785, section 3.2.2: its string and literals. */
    @Test
    void shouldEscapeAsTheRfcDoes() throws Exception {
        assertThat(canonical("[\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\", null, true, false]"))
                .isEqualTo("[\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\",null,true,false]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ \"b\" : 1 , \"a\" : { \"d\" : [ ] , \"c\" : { } } } | {\"a\":{\"c\":{},\"d\":[]},\"b\":1}",
                "[ 2, 2.0, -0.0, 1e5, 18446744073709551616 ]          | [2,2.0,-0.0,1e5,18446744073709551616]",
                "\"\\ud800x\"                                           | \"\\ud800x\"",
                "{\"a\":[{\"z\":1,\"y\":[1,[2,3]]},null]}               | {\"a\":[{\"y\":[1,[2,3]],\"z\":1},null]}"
            })
    void shouldHaveOneFormAndKeepNumbersAsPrinted(String input, String expected) throws Exception {
        assertThat(canonical(input)).isEqualTo(expected);
        assertThat(canonical(expected)).isEqualTo(expected);
    }

    private static String canonical(String json) throws Exception {
        ByteSink sink = new ByteSink();
        try (JsonParser parser = QdrantJson.factory().createParser(json)) {
            parser.nextToken();
            CanonicalJson.write(parser, sink);
            assertThat(parser.nextToken()).isNull();
        }
        return new String(sink.copy(), StandardCharsets.UTF_8);
    }
}
