package io.lifeboat.saga.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.fold.Guards;
import io.lifeboat.events.step.EffectClass;
import io.lifeboat.saga.step.StepOutcome;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrafficProtocolTest {
    private static final Reading BEFORE = new Reading("blue", 3, "c3");
    private static final Reading WANTED = new Reading("green", 4, "c4");

    private FakeSwitch target;
    private TrafficProtocol protocol;

    @BeforeEach
    void setUp() {
        target = new FakeSwitch(BEFORE);
        protocol = new TrafficProtocol(target, WANTED, Guards.ALL);
    }

    @Test
    void shouldMoveAndReadBackWhenTheTargetIsAsItWas() throws Exception {
        StepOutcome outcome = protocol.move();

        assertThat(outcome).isInstanceOf(StepOutcome.Done.class);
        assertThat(target.stored).isEqualTo(WANTED);
    }

    @Test
    void shouldWriteNothingWhenTheTargetCarriesAHigherEpoch() throws Exception {
        target.stored = new Reading("blue", 5, "c5");

        StepOutcome outcome = protocol.move();

        assertThat(outcome).isEqualTo(new StepOutcome.Conflict(5, "the target carries epoch 5 of claim c5"));
        assertThat(target.writes).isZero();
    }

    @Test
    void shouldWriteNothingWhenTheTargetCarriesTheEpochWithAnotherClaim() throws Exception {
        target.stored = new Reading("blue", 4, "other");

        assertThat(protocol.move()).isInstanceOf(StepOutcome.Conflict.class);
        assertThat(target.writes).isZero();
    }

    @Test
    void shouldSayDoneWithoutWritingWhenItsOwnWriteStandsThere() throws Exception {
        target.stored = WANTED;

        assertThat(protocol.move()).isInstanceOf(StepOutcome.Done.class);
        assertThat(target.writes).isZero();
    }

    @Test
    void shouldNotSayDoneWhenItsOwnSealStandsThere() throws Exception {
        target.stored = new Reading("blue", 4, "c4");

        assertThat(protocol.move()).isEqualTo(new StepOutcome.Retry("sealed at blue"));
    }

    @Test
    void shouldLookAgainWhenSomebodyWroteInBetween() throws Exception {
        target.beforeNextWrite.add(() -> target.stored = new Reading("blue", 3, "c3b"));

        assertThat(protocol.move()).isInstanceOf(StepOutcome.Done.class);
        assertThat(target.stored).isEqualTo(WANTED);
    }

    @Test
    void shouldSealWhenTheAnswerIsLostAndTheWriteDidNotLand() throws Exception {
        target.loseNextWrite = true;

        StepOutcome outcome = protocol.move();

        assertThat(outcome).isEqualTo(new StepOutcome.Retry("the target did not answer: lost; sealed at blue"));
        assertThat(target.stored).isEqualTo(new Reading("blue", 4, "c4"));
        assertThat(target.compareAndSet(BEFORE, WANTED))
                .as("the lost request lands late")
                .isFalse();
    }

    @Test
    void shouldSayDoneWhenTheAnswerIsLostAndTheWriteHadLanded() throws Exception {
        target.loseNextAnswer = true;

        assertThat(protocol.move()).isInstanceOf(StepOutcome.Done.class);
        assertThat(target.stored).isEqualTo(WANTED);
    }

    @Test
    void shouldSayUnsealedWhenTheTargetCannotBeReached() throws Exception {
        target.unreachable = true;

        assertThat(protocol.move())
                .isEqualTo(new StepOutcome.Unsealed("the target did not answer: away; it could not be sealed: away"));
    }

    @Test
    void shouldCallAPredecessorsLandedWriteDoneWhenItIsSealed() throws Exception {
        target.stored = new Reading("green", 3, "c3");

        StepOutcome outcome = protocol.seal("stopped");

        assertThat(outcome).isInstanceOf(StepOutcome.Done.class);
        assertThat(target.stored).isEqualTo(WANTED);
    }

    @Test
    void shouldRefuseANegativeEpochWhenAReadingIsMade() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> new Reading("blue", -1, ""))
                .hasMessage("epoch: expected 0 or more, got -1");
    }

    private static final class FakeSwitch implements TrafficSwitch {
        private final Deque<Runnable> beforeNextWrite = new ArrayDeque<>();
        private Reading stored;
        private boolean loseNextWrite;
        private boolean loseNextAnswer;
        private boolean unreachable;
        private int writes;

        FakeSwitch(Reading stored) {
            this.stored = stored;
        }

        @Override
        public EffectClass effect() {
            return EffectClass.CAS;
        }

        @Override
        public Reading read() throws IOException {
            if (unreachable) {
                throw new IOException("away");
            }
            return stored;
        }

        @Override
        public boolean compareAndSet(Reading expected, Reading wanted) throws IOException {
            if (!beforeNextWrite.isEmpty()) {
                beforeNextWrite.poll().run();
            }
            if (loseNextWrite) {
                loseNextWrite = false;
                throw new IOException("lost");
            }
            if (!expected.equals(stored)) {
                return false;
            }
            writes++;
            stored = wanted;
            if (loseNextAnswer) {
                loseNextAnswer = false;
                throw new IOException("lost");
            }
            return true;
        }
    }
}
