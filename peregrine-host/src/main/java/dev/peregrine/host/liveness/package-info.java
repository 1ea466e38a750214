/** Whether postings are still open, with the evidence. */
@NullMarked
package dev.peregrine.host.liveness;

import org.jspecify.annotations.NullMarked;
