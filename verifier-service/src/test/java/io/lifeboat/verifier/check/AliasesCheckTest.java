package io.lifeboat.verifier.check;

class AliasesCheckTest extends CheckContract {

    @Override
    Check check() {
        return new AliasesCheck();
    }
}
