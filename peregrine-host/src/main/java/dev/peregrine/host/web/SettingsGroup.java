package dev.peregrine.host.web;

/** The groups of the settings, in the order in which they are shown. */
public enum SettingsGroup {
  PROFILE("Profile", "Who you are."),
  SEARCH("Search", "What is looked for, where, and what you never want to see."),
  APP("App", "How Peregrine looks, what it is made of, how it reaches others."),
  ACCOUNT("Account", "What your licence opens."),
  DATA("Data", "Where your data are, and who sees them."),
  DEVELOPER("Developer", "For a look under the bonnet.");

  private final String label;
  private final String about;

  SettingsGroup(String label, String about) {
    this.label = label;
    this.about = about;
  }

  /** As people read it. */
  public String label() {
    return label;
  }

  /** What belongs there, as a sentence. */
  public String about() {
    return about;
  }
}
