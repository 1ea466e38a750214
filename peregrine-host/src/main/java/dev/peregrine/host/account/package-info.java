/** A person and the service that hosts their Peregrine: plan, what is counted, support, leaving. */
@NullMarked
package dev.peregrine.host.account;

import org.jspecify.annotations.NullMarked;
