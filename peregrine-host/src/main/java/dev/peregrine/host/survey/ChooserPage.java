package dev.peregrine.host.survey;

import dev.peregrine.host.web.Shell;
import java.util.List;

/** The applications for which a survey may come. */
record ChooserPage(Shell shell, List<Group> groups) {

  /**
   * Those at one stage.
   *
   * @param all how many there are, where not all are shown; empty otherwise
   */
  record Group(String key, String title, List<Line> lines, String all) {}

  /**
   * @param said how many surveys there are; empty for none
   */
  record Line(String title, String company, String path, String said) {}
}
