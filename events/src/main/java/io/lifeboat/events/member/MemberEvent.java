package io.lifeboat.events.member;

import io.lifeboat.events.Event;

/** What stands in {@code lifeboat.members}. */
public sealed interface MemberEvent extends Event permits MemberBeat {}
