package dev.peregrine.api.scoring;

import dev.peregrine.api.ExtensionContext;

/**
 * What the host lends a scorer for one call.
 *
 * @since 0.1
 */
public interface ScorerContext extends ExtensionContext {}
