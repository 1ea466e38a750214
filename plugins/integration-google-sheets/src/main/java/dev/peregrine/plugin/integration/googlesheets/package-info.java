/** A row a job in a Google spreadsheet. */
@NullMarked
package dev.peregrine.plugin.integration.googlesheets;

import org.jspecify.annotations.NullMarked;
