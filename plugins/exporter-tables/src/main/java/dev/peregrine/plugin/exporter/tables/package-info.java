/** CSV and XLSX. */
@NullMarked
package dev.peregrine.plugin.exporter.tables;

import org.jspecify.annotations.NullMarked;
