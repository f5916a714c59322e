/** Programs of a site, run with bounds. */
@org.jspecify.annotations.NullMarked
package io.lifeboat.service.command;
