/**
 * Lists of jobs that a person kept elsewhere: tables, and what other programs give out. Uses
 * feature {@code intake} (addresses, and texts as descriptions).
 */
@NullMarked
package dev.peregrine.host.importers;

import org.jspecify.annotations.NullMarked;
