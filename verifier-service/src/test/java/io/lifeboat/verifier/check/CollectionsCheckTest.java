package io.lifeboat.verifier.check;

class CollectionsCheckTest extends CheckContract {

    @Override
    Check check() {
        return new CollectionsCheck();
    }
}
