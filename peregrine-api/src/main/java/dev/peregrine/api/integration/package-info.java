/** Integrations: other services that learn what the person decided. */
@NullMarked
package dev.peregrine.api.integration;

import org.jspecify.annotations.NullMarked;
