/** Plain text, Markdown, HTML and JSON Resume. */
@NullMarked
package dev.peregrine.plugin.exporter.text;

import org.jspecify.annotations.NullMarked;
