/** Language models: backends that run them, and what the host lends to those who may use one. */
@NullMarked
package dev.peregrine.api.llm;

import org.jspecify.annotations.NullMarked;
