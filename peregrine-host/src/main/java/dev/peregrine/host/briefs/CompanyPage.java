package dev.peregrine.host.briefs;

import dev.peregrine.host.web.Shell;
import java.util.List;

/** What is known of a company, and what it advertises. */
record CompanyPage(
    Shell shell,
    String name,
    BriefPart part,
    BriefPage.Meant meant,
    List<BriefPage.Version> versions,
    List<Advertised> jobs) {

  /** One of its jobs. */
  record Advertised(String path, String title, String stage) {}
}
