package dev.peregrine.host.pipeline;

import java.util.Locale;

/** What applications are divided by. */
public enum Division {
  BOARD("board"),
  /** The number of the résumé; 0 where none is known. */
  RESUME("resume"),
  /** Tens of the match when the person applied: 8 is 80 to 89; -1 without one. */
  SCORE("score"),
  /** Days since 1970 of the person. */
  DAY("day"),
  /** 1 is Monday. */
  WEEKDAY("((day + 3) % 7 + 1)"),
  /** 1 where an agency advertises it for somebody else. */
  AGENCY("agency"),
  /** Where it stands now. */
  STAGE("stage"),
  /** Whole days without any answer of those that wait for one; -1 of the others. */
  WAITING("waiting");

  private final String column;

  Division(String column) {
    this.column = column;
  }

  /** The name in addresses and JSON. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  String column() {
    return column;
  }
}
