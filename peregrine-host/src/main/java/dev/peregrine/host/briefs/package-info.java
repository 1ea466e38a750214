/** What is known of an employer, beside an application and on a page of its own. */
@NullMarked
package dev.peregrine.host.briefs;

import org.jspecify.annotations.NullMarked;
