/** What a person looks for: search profiles, what is never shown, the résumé. */
@NullMarked
package dev.peregrine.host.searches;

import org.jspecify.annotations.NullMarked;
