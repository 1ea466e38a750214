/** Mail classifiers: what a mail says about an application. */
@NullMarked
package dev.peregrine.api.mail;

import org.jspecify.annotations.NullMarked;
