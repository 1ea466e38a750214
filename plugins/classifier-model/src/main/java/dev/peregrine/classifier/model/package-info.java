/** Labelled mails, rules over their sentences, and a linear model over their words. */
@NullMarked
package dev.peregrine.classifier.model;

import org.jspecify.annotations.NullMarked;
