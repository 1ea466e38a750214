/**
 * The person: who they are, their résumés, and what a form of an employer asks for. Feature {@code
 * setup} takes the first résumé through it, {@code earlier} what another program knew, and {@code
 * apply} shows the values that are copied.
 */
@NullMarked
package dev.peregrine.host.person;

import org.jspecify.annotations.NullMarked;
