/** Postings that come by mail: those of job alerts, and those of which somebody writes. */
@NullMarked
package dev.peregrine.host.leads;

import org.jspecify.annotations.NullMarked;
