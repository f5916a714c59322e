package io.lifeboat.verifier.check;

class DigestsCheckTest extends CheckContract {

    @Override
    Check check() {
        return new DigestsCheck();
    }
}
