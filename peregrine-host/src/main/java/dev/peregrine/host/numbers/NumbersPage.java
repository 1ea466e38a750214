package dev.peregrine.host.numbers;

import dev.peregrine.host.web.Shell;
import java.util.List;

/**
 * Numbers, with the jobs behind each.
 *
 * @param ranges since when jobs count
 * @param divisions by what answers are divided
 * @param begins where the flow begins
 * @param goal applications a week that the person wants; empty for none
 * @param problem what is wrong with what was typed as a goal; empty for nothing
 * @param nothing whether no job was found in the range
 */
record NumbersPage(
    Shell shell,
    List<Choice> ranges,
    Section pace,
    String goal,
    String problem,
    Section funnel,
    Section flow,
    List<Choice> begins,
    Section answers,
    List<Choice> divisions,
    Section time,
    Section silence,
    String range,
    boolean nothing) {

  /** Something to choose. */
  record Choice(String label, String href, boolean here) {}
}
