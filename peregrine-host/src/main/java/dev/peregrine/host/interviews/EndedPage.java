package dev.peregrine.host.interviews;

import dev.peregrine.host.web.Shell;
import java.util.List;

/**
 * Applications that ended.
 *
 * @param more where more are shown; empty where all are
 */
record EndedPage(
    Shell shell, List<Chip> stages, List<Chip> endings, List<Line> lines, String more) {

  record Chip(String label, long count, String path, boolean here) {}

  record Line(long id, String title, String company, String how, String when) {}
}
