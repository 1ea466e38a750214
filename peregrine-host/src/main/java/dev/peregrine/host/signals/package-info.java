/** What mails say of applications, for the person to decide. */
@NullMarked
package dev.peregrine.host.signals;

import org.jspecify.annotations.NullMarked;
