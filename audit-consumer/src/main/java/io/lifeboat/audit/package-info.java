/** An example of a consumer outside the recovery: it reads the incident log and keeps each event as a line of JSON. */
@NullMarked
package io.lifeboat.audit;

import org.jspecify.annotations.NullMarked;
