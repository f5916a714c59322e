/**
 * A stand-in for one standalone Qdrant 1.18.3 node. {@code http} is the wire, {@code store} what is kept, {@code segment}
 * its form on disk, which is Qdrant's, and each other package one feature with its handler, which lists its routes: a new call is a route there. {@code fault} holds what can
 * be made to go wrong; a new fault is a constant of {@code FaultKind} and the place where it strikes. What is answered is
 * held to recorded exchanges by {@code QdrantContractTest}: a new case is a file under {@code contract/} and its name in
 * {@code Script}.
 */
package io.lifeboat.lab.qdrant;
