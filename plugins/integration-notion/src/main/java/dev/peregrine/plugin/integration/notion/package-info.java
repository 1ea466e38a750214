/** A page a job in a Notion database. */
@NullMarked
package dev.peregrine.plugin.integration.notion;

import org.jspecify.annotations.NullMarked;
