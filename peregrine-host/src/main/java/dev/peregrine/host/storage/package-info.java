/** Database files: one writer lane and a few readers each, migrations, MyBatis sessions. */
@NullMarked
package dev.peregrine.host.storage;

import org.jspecify.annotations.NullMarked;
