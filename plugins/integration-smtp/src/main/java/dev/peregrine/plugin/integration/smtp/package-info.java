/** Notices as e-mails. */
@NullMarked
package dev.peregrine.plugin.integration.smtp;

import org.jspecify.annotations.NullMarked;
