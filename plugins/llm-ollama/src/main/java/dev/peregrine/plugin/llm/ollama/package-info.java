/** Ollama as a backend. */
@NullMarked
package dev.peregrine.plugin.llm.ollama;

import org.jspecify.annotations.NullMarked;
