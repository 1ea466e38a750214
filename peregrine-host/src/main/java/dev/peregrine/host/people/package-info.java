/**
 * A tab of an application: the people of the employer, what was said and written with them about
 * any of its jobs, and drafts of what to write. Knows {@code interviews}, whose frame it fills.
 */
@NullMarked
package dev.peregrine.host.people;

import org.jspecify.annotations.NullMarked;
