/** Places to restore to: made by the kind of provisioner that a workspace names, named by claim, waited for by real reads. */
@org.jspecify.annotations.NullMarked
package io.lifeboat.restore.provision;
