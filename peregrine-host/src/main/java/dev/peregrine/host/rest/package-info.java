/**
 * The REST API: what other programs read and do. Each operation is a line in a registry, from which
 * it is answered, checked and described. Uses {@code discovery} for searches over boards, {@code
 * intake} for postings that are brought, and {@code numbers} for what came of it all. Nothing here
 * submits an application or sends a message.
 */
@NullMarked
package dev.peregrine.host.rest;

import org.jspecify.annotations.NullMarked;
