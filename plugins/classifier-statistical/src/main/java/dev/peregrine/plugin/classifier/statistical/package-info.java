@NullMarked
package dev.peregrine.plugin.classifier.statistical;

import org.jspecify.annotations.NullMarked;
