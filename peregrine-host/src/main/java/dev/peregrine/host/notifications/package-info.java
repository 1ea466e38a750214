/** What the person is told outside of Peregrine, as they set it and see it. */
@NullMarked
package dev.peregrine.host.notifications;

import org.jspecify.annotations.NullMarked;
