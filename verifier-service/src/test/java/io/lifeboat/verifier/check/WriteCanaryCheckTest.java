package io.lifeboat.verifier.check;

class WriteCanaryCheckTest extends CheckContract {

    @Override
    Check check() {
        return new WriteCanaryCheck();
    }
}
