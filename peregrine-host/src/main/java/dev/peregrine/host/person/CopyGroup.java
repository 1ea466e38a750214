package dev.peregrine.host.person;

import java.util.List;

/** Values to copy that belong together. */
public record CopyGroup(String title, List<Value> values) {

  public CopyGroup {
    values = List.copyOf(values);
  }

  /** A value, and what a form calls it. */
  public record Value(String label, String text) {}
}
