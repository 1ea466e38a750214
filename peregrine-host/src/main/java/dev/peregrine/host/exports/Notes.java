package dev.peregrine.host.exports;

import dev.peregrine.host.plugins.BoardListener;
import java.util.ArrayList;
import java.util.List;

/** What an exporter says while it writes; not more than a person would read. */
final class Notes implements BoardListener {

  private static final int MOST = 10;
  private static final int LONGEST = 500;

  private final List<String> said = new ArrayList<>();

  @Override
  public synchronized void step(String text) {
    if (said.size() < MOST && !text.isBlank()) {
      said.add(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
    }
  }

  synchronized List<String> all() {
    return List.copyOf(said);
  }
}
