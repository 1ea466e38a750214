@NullMarked
package dev.peregrine.plugin.classifier.rules;

import org.jspecify.annotations.NullMarked;
