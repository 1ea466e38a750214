/** Documents for word processors. */
@NullMarked
package dev.peregrine.plugin.exporter.office;

import org.jspecify.annotations.NullMarked;
