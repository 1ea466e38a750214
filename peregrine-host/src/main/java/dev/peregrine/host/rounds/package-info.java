/** The rounds of an application: who talks with whom, when and where, and what came of it. */
@NullMarked
package dev.peregrine.host.rounds;

import org.jspecify.annotations.NullMarked;
