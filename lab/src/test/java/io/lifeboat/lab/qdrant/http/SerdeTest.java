package io.lifeboat.lab.qdrant.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers and syntax errors as Rust's serde_json writes them. */
class SerdeTest {
    @ParameterizedTest
    @CsvSource({
        "1.0, 1.0",
        "0.1, 0.1",
        "0.70000005, 0.70000005",
        "1.0E10, 10000000000.0",
        "3.4028235E38, 3.4028235e38",
        "1.0E-7, 1e-7",
        "1.2345E-5, 0.000012345",
        "-2.5, -2.5",
        "0.0, 0.0"
    })
    void shouldWriteFloatsAsRustDoes(float value, String expected) {
        assertThat(RustNumber.of(value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2.0, 2.0", "1.0E7, 10000000.0", "1.0E16, 1e16", "1.0E-5, 0.00001", "1.5E-7, 1.5e-7"})
    void shouldWriteDoublesAsRustDoes(double value, String expected) {
        assertThat(RustNumber.of(value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{not json | key must be a string at line 1 column 2",
                "{\"a\":1 | EOF while parsing an object at line 1 column 6",
                "{\"a\":1,} | trailing comma at line 1 column 8",
                "[1 2] | expected `,` or `]` at line 1 column 4",
                "{\"a\" 1} | expected `:` at line 1 column 6",
                "{\"a\":x} | expected value at line 1 column 6",
                "{} {} | trailing characters at line 1 column 4"
            })
    void shouldDescribeSyntaxErrorsAsSerdeDoes(String text, String expected) {
        assertThat(SerdeSyntax.describe(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(expected);
    }

    @Test
    void shouldEscapeControlCharactersInLowerCase() {
        assertThat(JsonText.of(com.fasterxml.jackson.databind.node.TextNode.valueOf("\u001f\"ü\n")))
                .isEqualTo("\"\\u001f\\\"ü\\n\"");
    }
}
