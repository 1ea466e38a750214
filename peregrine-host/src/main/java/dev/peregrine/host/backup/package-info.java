/**
 * Backups: making, checking and restoring them, on the command line and on a page; deleting
 * everything. Uses feature {@code intake} (postings as JSON).
 */
@NullMarked
package dev.peregrine.host.backup;

import org.jspecify.annotations.NullMarked;
