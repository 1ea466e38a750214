/** The questions of application forms, with their answers, kept for each job and found again. */
@NullMarked
package dev.peregrine.host.questions;

import org.jspecify.annotations.NullMarked;
