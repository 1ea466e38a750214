/** Embedded llama.cpp as a backend. */
@NullMarked
package dev.peregrine.plugin.llm.embedded;

import org.jspecify.annotations.NullMarked;
