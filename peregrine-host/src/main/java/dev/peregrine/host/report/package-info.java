/** What the person did to find work, as an authority wants to see it. */
@NullMarked
package dev.peregrine.host.report;

import org.jspecify.annotations.NullMarked;
