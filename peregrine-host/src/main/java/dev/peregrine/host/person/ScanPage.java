package dev.peregrine.host.person;

import dev.peregrine.host.web.Shell;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A scan: the offer to recognise its text, how far that is, and what became of it.
 *
 * @param name of the file
 * @param languages to choose from
 * @param running whether it is being recognised
 * @param step how far it is, as a sentence
 * @param share the same from 0 to 1
 * @param problem why it was not; empty for nothing
 * @param outcome where what was read is to be seen; empty as long as nothing was
 */
record ScanPage(
    Shell shell,
    String id,
    String name,
    List<Choice> languages,
    boolean running,
    String step,
    OptionalDouble share,
    String problem,
    String outcome) {

  record Choice(String code, String name, boolean chosen) {}
}
