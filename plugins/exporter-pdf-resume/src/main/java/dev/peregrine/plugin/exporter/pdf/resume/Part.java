package dev.peregrine.plugin.exporter.pdf.resume;

/**
 * A part of the document that begins on a page of its own.
 *
 * @param name for the style sheet
 * @param author whose it is
 * @param body inner XHTML
 */
record Part(String name, String author, String body) {}
