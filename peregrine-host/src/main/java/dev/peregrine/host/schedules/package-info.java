/** What recurs, and when: searches, looks at what is still open, backups, mail. */
@NullMarked
package dev.peregrine.host.schedules;

import org.jspecify.annotations.NullMarked;
