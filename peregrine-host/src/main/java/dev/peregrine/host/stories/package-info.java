/** What the person tells in interviews: kept, proposed from the résumé, matched to postings. */
@NullMarked
package dev.peregrine.host.stories;

import org.jspecify.annotations.NullMarked;
