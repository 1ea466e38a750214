/** Whose data is meant: bound once per request, task or command. */
@NullMarked
package dev.peregrine.host.tenancy;

import org.jspecify.annotations.NullMarked;
