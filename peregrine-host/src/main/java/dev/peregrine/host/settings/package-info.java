/** Pages under /settings: the licence and what the machine can do. */
@NullMarked
package dev.peregrine.host.settings;

import org.jspecify.annotations.NullMarked;
