/** What mails mean, by the person's language model. */
@NullMarked
package dev.peregrine.plugin.classifier.llm;

import org.jspecify.annotations.NullMarked;
