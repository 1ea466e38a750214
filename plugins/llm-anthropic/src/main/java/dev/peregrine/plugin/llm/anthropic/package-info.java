/** Anthropic as a backend. */
@NullMarked
package dev.peregrine.plugin.llm.anthropic;

import org.jspecify.annotations.NullMarked;
