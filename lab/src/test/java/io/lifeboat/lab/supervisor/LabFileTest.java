package io.lifeboat.lab.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabFileTest {

    @Test
    void shouldTakeDefaultsWhereNothingIsSaid() {
        ProcessSpec spec = LabFile.parse("{\"processes\":[{\"name\":\"a\",\"command\":[\"sleep\",\"1\"]}]}")
                .getFirst();

        assertThat(spec.restart()).isTrue();
        assertThat(spec.readiness()).isEqualTo(new Readiness.Started());
        assertThat(spec.readyWithin()).isEqualTo(Duration.ofSeconds(30));
        assertThat(spec.dependsOn()).isEqualTo(List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "expected JSON|{",
                "processes: expected a list|{}",
                "process: unknown|{'process':[]}",
                "processes[0].name|{'processes':[{'command':['x']}]}",
                "processes[0].name|{'processes':[{'name':'a b','command':['x']}]}",
                "processes[0].command|{'processes':[{'name':'a'}]}",
                "processes[0].command|{'processes':[{'name':'a','command':[]}]}",
                "processes[0].command|{'processes':[{'name':'a','command':[1]}]}",
                "processes[0].restart|{'processes':[{'name':'a','command':['x'],'restart':'yes'}]}",
                "processes[0].retsart|{'processes':[{'name':'a','command':['x'],'retsart':true}]}",
                "processes[0].env.A|{'processes':[{'name':'a','command':['x'],'env':{'A':1}}]}",
                "processes[0].readyWithin|{'processes':[{'name':'a','command':['x'],'readyWithinMillis':0}]}",
                "processes[0].waitFor.line|{'processes':[{'name':'a','command':['x'],'waitFor':{'line':'('}}]}",
                "processes[0].waitFor.http|{'processes':[{'name':'a','command':['x'],'waitFor':{'http':'ftp://h'}}]}",
                "processes[0].waitFor|{'processes':[{'name':'a','command':['x'],'waitFor':{}}]}",
                "found a twice|{'processes':[{'name':'a','command':['x']},{'name':'a','command':['x']}]}",
                "unknown b|{'processes':[{'name':'a','command':['x'],'dependsOn':['b']}]}",
                "no cycle|{'processes':[{'name':'a','command':['x'],'dependsOn':['b']},{'name':'b','command':['x'],'dependsOn':['a']}]}"
            })
    void shouldSayWhereTheMistakeIs(String expected, String text) {
        assertThatThrownBy(() -> LabFile.parse(text.replace('\'', '"')))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(expected);
    }
}
