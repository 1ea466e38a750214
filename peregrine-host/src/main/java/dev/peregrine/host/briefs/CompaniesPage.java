package dev.peregrine.host.briefs;

import dev.peregrine.host.web.Shell;
import java.util.List;

/**
 * The companies that were looked up.
 *
 * @param typed a name that cannot be one, as it was typed
 * @param error why not; empty for nothing
 */
record CompaniesPage(Shell shell, List<Line> companies, String typed, String error) {

  /** One of them. */
  record Line(String path, String name, String about) {}
}
