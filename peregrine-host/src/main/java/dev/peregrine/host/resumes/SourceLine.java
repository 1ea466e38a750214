package dev.peregrine.host.resumes;

/**
 * A line of the file, in the order in which a person reads it.
 *
 * @param number from 1, through the whole file
 * @param page from 1; 0 where the kind of file has no pages
 * @param dropped whether it was left out: a page's header, footer or number
 */
public record SourceLine(int number, int page, String text, boolean dropped) {}
