/** Services of the person's that Peregrine is connected with, through plugins. */
@NullMarked
package dev.peregrine.host.integrations;

import org.jspecify.annotations.NullMarked;
