/** The default scorer: the words that résumé and posting share, weighed. */
@NullMarked
package dev.peregrine.plugin.scorer.keywords;

import org.jspecify.annotations.NullMarked;
