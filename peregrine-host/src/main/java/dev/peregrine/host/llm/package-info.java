/** Language models: which backend answers, and what was asked of them. */
@NullMarked
package dev.peregrine.host.llm;

import org.jspecify.annotations.NullMarked;
