/** What goes along with an application, what is to be thought of before, and what was sent. */
@NullMarked
package dev.peregrine.host.applications;

import org.jspecify.annotations.NullMarked;
