/** A record a job in an Airtable table. */
@NullMarked
package dev.peregrine.plugin.integration.airtable;

import org.jspecify.annotations.NullMarked;
