/** Exporters: documents and files made of what Peregrine knows. */
@NullMarked
package dev.peregrine.api.export;

import org.jspecify.annotations.NullMarked;
