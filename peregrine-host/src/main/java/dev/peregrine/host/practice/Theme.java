package dev.peregrine.host.practice;

import static dev.peregrine.host.texts.Texts.t;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an interviewer wants to find out with a question. */
public enum Theme {
  OPENING,
  MOTIVATION,
  COMPANY,
  STRENGTHS,
  WEAKNESS,
  CONFLICT,
  FAILURE,
  PRESSURE,
  PRIORITIES,
  LEADING,
  INITIATIVE,
  LEARNING,
  TEAMWORK,
  CUSTOMER,
  CHANGE,
  DECISION,
  COMMUNICATION,
  PLANS,
  TERMS,
  VALUES,
  CRAFT,
  PRESENTING,
  /** Something that the posting asks for and the person has. */
  DEMAND,
  /** Something that the posting asks for and the résumé does not show. */
  GAP,
  /** Asked in a round that took place. */
  REAL,
  CLOSING;

  /** Its word in tables and files. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Theme> of(String key) {
    return Stream.of(values()).filter(theme -> theme.key().equals(key)).findFirst();
  }

  /** What it is called. */
  public String title() {
    return t("practice.theme-" + key());
  }

  /** A sentence: what they want to know, and what a good answer has. */
  public String hint() {
    return t("practice.hint-" + key());
  }
}
