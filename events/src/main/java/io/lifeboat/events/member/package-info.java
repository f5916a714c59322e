/** Events of {@code lifeboat.members}: which processes are alive. */
@NullMarked
package io.lifeboat.events.member;

import org.jspecify.annotations.NullMarked;
