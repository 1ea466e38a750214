package dev.peregrine.host.tailoring;

import java.util.List;

/** A change before it is stored. See {@link Change}. */
public record NewChange(
    Change.Kind kind,
    String place,
    List<String> before,
    List<String> after,
    String reason,
    Change.Origin origin) {

  public NewChange {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  static NewChange wording(
      String place, String before, String after, String reason, Change.Origin origin) {
    return new NewChange(
        Change.Kind.WORDING, place, List.of(before), List.of(after), reason, origin);
  }
}
