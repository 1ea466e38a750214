/**
 * Moving in from the Python program that Peregrine was before: its database, its configuration, its
 * backups. Uses features {@code backup} (a backup before, and reading archives), {@code person}
 * (what the person says of themselves, résumés as text) and {@code intake} (addresses).
 */
@NullMarked
package dev.peregrine.host.earlier;

import org.jspecify.annotations.NullMarked;
