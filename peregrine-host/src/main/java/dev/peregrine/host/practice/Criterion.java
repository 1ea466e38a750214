package dev.peregrine.host.practice;

import static dev.peregrine.host.texts.Texts.t;

import java.util.Locale;

/** By what an answer is rated, by the person and by a model alike. */
public enum Criterion {
  /** It answers what was asked. */
  RELEVANCE,
  /** Situation, task, action, result. */
  STRUCTURE,
  /** Names, numbers, a case that happened. */
  EVIDENCE,
  /** What the person did themselves. */
  SHARE,
  /** As long as it has to be. */
  BREVITY;

  /** Its word in tables and forms. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it is called. */
  public String title() {
    return t("practice.criterion-" + key());
  }

  /** A question by which one can tell. */
  public String asks() {
    return t("practice.tells-" + key());
  }

  /** A sentence: what to try next time. */
  public String advice() {
    return t("practice.advice-" + key());
  }
}
