/** The web edge: server, shell, live updates, forms, errors. */
@NullMarked
package dev.peregrine.host.web;

import org.jspecify.annotations.NullMarked;
