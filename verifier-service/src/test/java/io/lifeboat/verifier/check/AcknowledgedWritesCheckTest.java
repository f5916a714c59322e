package io.lifeboat.verifier.check;

class AcknowledgedWritesCheckTest extends CheckContract {

    @Override
    Check check() {
        return new AcknowledgedWritesCheck();
    }
}
