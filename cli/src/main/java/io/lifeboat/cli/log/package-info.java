/** Reading Lifeboat's topics from outside the services. */
@NullMarked
package io.lifeboat.cli.log;

import org.jspecify.annotations.NullMarked;
