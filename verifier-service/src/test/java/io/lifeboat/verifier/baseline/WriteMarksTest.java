package io.lifeboat.verifier.baseline;

import static io.lifeboat.verifier.fixture.TestLog.BLUE;
import static io.lifeboat.verifier.fixture.TestLog.GREEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WriteMarksTest {

    @Test
    void shouldComeBackWhenWrittenAsText() {
        WriteMarks marks = new WriteMarks(Map.of(GREEN, "1.0:7,1.1:9", BLUE, "1.0:3"));

        assertThat(marks.text()).isEqualTo("blue=1.0:3;green=1.0:7,1.1:9");
        assertThat(WriteMarks.parse(marks.text())).isEqualTo(marks);
        assertThat(WriteMarks.parse("")).isEqualTo(new WriteMarks(Map.of()));
    }

    @Test
    void shouldRefuseWhatItDoesNotWrite() {
        assertThatThrownBy(() -> WriteMarks.parse("blue"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("writeMark: expected site=mark, got 'blue'");
    }

    @Test
    void shouldNotCallASilentSiteAChange() {
        WriteMarks recorded = WriteMarks.parse("blue=3;green=7");

        assertThat(WriteMarks.parse("blue=3").sameAs(recorded)).isTrue();
        assertThat(WriteMarks.parse("blue=4").sameAs(recorded)).isFalse();
        assertThat(recorded.sameAs(WriteMarks.parse("blue=3"))).isFalse();
    }
}
