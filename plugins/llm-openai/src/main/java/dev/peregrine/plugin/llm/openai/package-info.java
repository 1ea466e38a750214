/** OpenAI as a backend. */
@NullMarked
package dev.peregrine.plugin.llm.openai;

import org.jspecify.annotations.NullMarked;
