package dev.peregrine.host.trackers;

import java.util.List;

/** The tables that can be chosen. */
record ChoosePage(
    Here here, String problem, boolean canCreate, String proposed, List<Choice> choices) {

  /** A table. */
  record Choice(String id, String name, String about, String link, boolean inUse) {}
}
