/**
 * Surveys that employers send: what they ask, read from text or pictures, what the person answers,
 * and what a model makes of the options.
 */
@NullMarked
package dev.peregrine.host.surveys;

import org.jspecify.annotations.NullMarked;
