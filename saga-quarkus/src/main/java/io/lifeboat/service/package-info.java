/** What every service shares on Quarkus around its participant. */
@org.jspecify.annotations.NullMarked
package io.lifeboat.service;
