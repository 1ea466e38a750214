/**
 * Practice interviews: the questions that come with the program, sessions with their answers and
 * ratings, what comes back because it went badly, and the model that asks where there is one.
 */
@NullMarked
package dev.peregrine.host.practice;

import org.jspecify.annotations.NullMarked;
