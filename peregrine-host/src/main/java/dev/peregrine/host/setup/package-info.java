/**
 * The first screen: what work, where, and a résumé; and the seven steps for who wants to be
 * thorough. Uses features {@code person} (the résumé of a form, and who the person is), {@code
 * discovery}, and a line of a form of {@code searches}.
 */
@NullMarked
package dev.peregrine.host.setup;

import org.jspecify.annotations.NullMarked;
