/** What mails mean: asks the classifiers that are on, keeps what they say and what they learnt. */
@NullMarked
package dev.peregrine.host.classifying;

import org.jspecify.annotations.NullMarked;
