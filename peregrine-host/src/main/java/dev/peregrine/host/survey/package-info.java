/**
 * The surveys of an application: given as text or pictures, answered card by card. Uses {@code
 * interviews} for the frame around them and {@code review} for how stages are said.
 */
@NullMarked
package dev.peregrine.host.survey;

import org.jspecify.annotations.NullMarked;
