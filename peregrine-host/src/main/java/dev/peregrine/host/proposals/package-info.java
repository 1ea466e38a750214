/**
 * What a language model proposes to write of the person: a summary, fuller bullets, skills, titles
 * to look for, what they care about, how they sound. Each is theirs to accept, change or leave.
 * Uses {@code person}, to which most of it goes.
 */
@NullMarked
package dev.peregrine.host.proposals;

import org.jspecify.annotations.NullMarked;
