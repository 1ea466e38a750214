/** vLLM as a backend. */
@NullMarked
package dev.peregrine.plugin.llm.vllm;

import org.jspecify.annotations.NullMarked;
