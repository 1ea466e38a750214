/** Letters, lists of jobs and reports of the search for work, set with OpenPDF. */
@NullMarked
package dev.peregrine.plugin.exporter.pdf;

import org.jspecify.annotations.NullMarked;
