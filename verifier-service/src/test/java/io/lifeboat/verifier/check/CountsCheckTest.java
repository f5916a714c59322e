package io.lifeboat.verifier.check;

class CountsCheckTest extends CheckContract {

    @Override
    Check check() {
        return new CountsCheck();
    }
}
