/** Résumés and applications, laid out with CSS by openhtmltopdf. */
@NullMarked
package dev.peregrine.plugin.exporter.pdf.resume;

import org.jspecify.annotations.NullMarked;
