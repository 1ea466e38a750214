/** Requests to model servers, their streamed answers and their failures. */
@NullMarked
package dev.peregrine.llm.wire;

import org.jspecify.annotations.NullMarked;
