package dev.peregrine.host.apply;

import java.util.List;

/**
 * The approved jobs.
 *
 * @param query words that all of them have; empty for all jobs
 * @param total how many are approved in all
 * @param searchable whether they are so many that a search field helps
 * @param more how many are not shown; 0 for none
 */
record JobList(List<JobLine> lines, String query, long total, boolean searchable, long more) {}
