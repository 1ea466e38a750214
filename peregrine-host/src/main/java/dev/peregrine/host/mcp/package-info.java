/**
 * Peregrine for assistants: tools over the Model Context Protocol, on standard streams and over
 * HTTP. Stands on the features {@code discovery}, {@code intake} and {@code numbers}, whose work it
 * offers.
 */
@NullMarked
package dev.peregrine.host.mcp;

import org.jspecify.annotations.NullMarked;
