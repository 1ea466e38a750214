package dev.peregrine.host.sources;

import dev.peregrine.host.web.Shell;
import java.util.List;

/** All boards, those that need a look first. */
record SourcesPage(Shell shell, String lede, boolean canSearch, List<Group> groups) {

  /** Boards that are alike. */
  record Group(String id, String title, String about, List<SourceCard> boards) {}

  String token() {
    return shell.token();
  }
}
