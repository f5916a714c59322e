package io.lifeboat.verifier.check;

class GoldenQueriesCheckTest extends CheckContract {

    @Override
    Check check() {
        return new GoldenQueriesCheck();
    }
}
