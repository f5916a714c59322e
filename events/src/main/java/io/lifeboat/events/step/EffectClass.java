package io.lifeboat.events.step;

/** What a step action promises of its effect on the outside world; shown with every plan. */
public enum EffectClass {
    /** Changes nothing: it may run twice. */
    READ,
    /** The target stores (value, epoch, claim) and compares all three in one atomic write. */
    CAS,
    /** Creates something named by incident, step and claim: two attempts never share a name. */
    KEYED,
    /** May happen twice, late or out of order. */
    BARE
}
