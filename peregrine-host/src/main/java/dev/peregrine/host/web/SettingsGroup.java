package dev.peregrine.host.web;

import static dev.peregrine.host.texts.Texts.t;

import java.util.Locale;

/** The groups of the settings, in the order in which they are shown. */
public enum SettingsGroup {
  PROFILE,
  SEARCH,
  APP,
  ACCOUNT,
  DATA,
  DEVELOPER;

  /** As people read it. */
  public String label() {
    return t("web.group-" + key());
  }

  /** What belongs there, as a sentence. */
  public String about() {
    return t("web.group-about-" + key());
  }

  private String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
