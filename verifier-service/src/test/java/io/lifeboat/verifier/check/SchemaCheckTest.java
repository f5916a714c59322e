package io.lifeboat.verifier.check;

class SchemaCheckTest extends CheckContract {

    @Override
    Check check() {
        return new SchemaCheck();
    }
}
