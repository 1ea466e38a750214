package dev.peregrine.host.person;

import dev.peregrine.host.web.Shell;
import java.util.List;

/**
 * Everything that a form may ask for, one press a value.
 *
 * @param resumes to choose from
 */
record CopyPage(Shell shell, List<Choice> resumes, List<CopyGroup> groups, List<CopyGroup> self) {

  record Choice(String name, String path, boolean here) {}
}
