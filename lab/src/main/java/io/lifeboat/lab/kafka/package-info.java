/** One Kafka broker in KRaft mode, its data on disk. */
@NullMarked
package io.lifeboat.lab.kafka;

import org.jspecify.annotations.NullMarked;
