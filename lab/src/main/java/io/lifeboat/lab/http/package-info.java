/** The small JSON over HTTP servers by which the parts of the lab are asked and told. */
@NullMarked
package io.lifeboat.lab.http;

import org.jspecify.annotations.NullMarked;
