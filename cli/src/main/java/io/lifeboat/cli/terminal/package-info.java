/** What a person sees: widths, colours, tables, spans of time. */
@NullMarked
package io.lifeboat.cli.terminal;

import org.jspecify.annotations.NullMarked;
