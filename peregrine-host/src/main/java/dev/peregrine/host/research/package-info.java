/** What is known of companies: looked up, kept with its sources, arranged under headings. */
@NullMarked
package dev.peregrine.host.research;

import org.jspecify.annotations.NullMarked;
