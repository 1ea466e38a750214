/** Moondream vision service as a backend. */
@NullMarked
package dev.peregrine.plugin.llm.vision;

import org.jspecify.annotations.NullMarked;
