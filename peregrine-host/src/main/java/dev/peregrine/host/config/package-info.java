/** The person's YAML files, read with messages that name file and line. */
@NullMarked
package dev.peregrine.host.config;

import org.jspecify.annotations.NullMarked;
