/** The lab on this machine: its processes, ports, keys and configuration. */
@NullMarked
package io.lifeboat.cli.lab;

import org.jspecify.annotations.NullMarked;
