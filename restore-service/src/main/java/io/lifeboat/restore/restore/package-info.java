/** Brings collections back beside what is there: chosen, pulled by the server, compared, and dropped if they are not right. */
@org.jspecify.annotations.NullMarked
package io.lifeboat.restore.restore;
