/** What integrations with Google share: signing in, calling, and what a refusal means. */
@NullMarked
package dev.peregrine.google.wire;

import org.jspecify.annotations.NullMarked;
