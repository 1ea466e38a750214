/** Postings, their stages and events: the only writer of the tables behind them. */
@NullMarked
package dev.peregrine.host.pipeline;

import org.jspecify.annotations.NullMarked;
