package dev.peregrine.host.surveys;

import java.util.Locale;

/** How thoroughly a model weighs the options. Stored by {@link #key()}. */
public enum SurveyMode {
  /** One option and one line why. */
  QUICK,
  /** Each option weighed. */
  DETAILED;

  /** The name in tables and forms. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The mode of that key; quick for any other. */
  public static SurveyMode of(String key) {
    return key.equals("detailed") ? DETAILED : QUICK;
  }
}
