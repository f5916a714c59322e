package io.lifeboat.verifier.check;

class ReadCanaryCheckTest extends CheckContract {

    @Override
    Check check() {
        return new ReadCanaryCheck();
    }
}
