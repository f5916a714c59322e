package io.lifeboat.verifier.check;

class KnownPointsCheckTest extends CheckContract {

    @Override
    Check check() {
        return new KnownPointsCheck();
    }
}
