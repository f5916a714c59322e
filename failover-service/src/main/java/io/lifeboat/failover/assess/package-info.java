/** What must hold before a standby may take over, one check a file. */
@org.jspecify.annotations.NullMarked
package io.lifeboat.failover.assess;
