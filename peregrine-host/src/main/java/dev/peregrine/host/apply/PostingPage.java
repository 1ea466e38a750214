package dev.peregrine.host.apply;

import dev.peregrine.host.web.SafeHtml;

/**
 * The posting of a job, read with the résumé in mind.
 *
 * @param description what the résumé has, and lacks, is marked in it
 */
record PostingPage(Frame frame, SafeHtml description) {}
