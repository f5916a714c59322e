/** What a Qdrant answered, judged: values, refusals, unreadable and missing answers. */
@NullMarked
package io.lifeboat.qdrant.answer;

import org.jspecify.annotations.NullMarked;
