package io.lifeboat.verifier.check;

class ServiceCheckTest extends CheckContract {

    @Override
    Check check() {
        return new ServiceCheck();
    }
}
