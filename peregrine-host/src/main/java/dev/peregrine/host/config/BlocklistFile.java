package dev.peregrine.host.config;

/** The current tenant's {@code config/blocklist.yaml}. */
public final class BlocklistFile {

  /**
   * What is blocked; nothing where there is no file.
   *
   * @throws ConfigException where the file cannot be read
   */
  public Blocklist current() {
    return Blocklist.NONE;
  }

  /** Stores what is blocked. */
  public void save(Blocklist blocklist) {
    throw new UnsupportedOperationException(blocklist.toString());
  }
}
