package io.lifeboat.verifier.check;

class SiteCheckTest extends CheckContract {

    @Override
    Check check() {
        return new SiteCheck();
    }
}
