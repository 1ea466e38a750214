package dev.peregrine.host.config;

/** The current tenant's {@code config/preferences.yaml}: choices that belong to no profile. */
public final class PreferencesFile {

  /**
   * Id of the scorer in use.
   *
   * @throws ConfigException where the file cannot be read
   */
  public String scorer() {
    return "keywords";
  }

  /** Chooses a scorer. */
  public void chooseScorer(String id) {
    throw new UnsupportedOperationException(id);
  }
}
