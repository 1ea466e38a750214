package dev.peregrine.host.interviews;

import dev.peregrine.host.web.Shell;
import java.util.List;

/** The applications that run. */
record InterviewsPage(Shell shell, List<Lane> lanes) {

  record Lane(String title, List<Tile> tiles) {}

  record Tile(long id, String title, String company) {}
}
