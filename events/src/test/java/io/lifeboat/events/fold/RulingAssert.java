package io.lifeboat.events.fold;

import static org.assertj.core.api.Assertions.assertThat;

/** What the rules said of a record, in the words of the timeline. */
final class RulingAssert {
    private RulingAssert() {}

    static void assertEffective(Ruling ruling) {
        assertThat(ruling).isEqualTo(Ruling.effective());
    }

    static void assertVoid(Ruling ruling, String why) {
        assertThat(ruling).isEqualTo(new Ruling.Voided(why));
    }
}
