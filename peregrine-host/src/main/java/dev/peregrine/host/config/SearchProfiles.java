package dev.peregrine.host.config;

import java.util.List;
import java.util.Optional;

/** The current tenant's {@code config/search_profiles.yaml}. */
public final class SearchProfiles {

  /**
   * All profiles, in the file's order; none where there is no file.
   *
   * @throws ConfigException where the file cannot be read
   */
  public List<SearchProfile> all() {
    return List.of();
  }

  /** The profile of that name. */
  public Optional<SearchProfile> find(String name) {
    return all().stream().filter(profile -> profile.name().equals(name)).findFirst();
  }

  /** Stores a profile in place of the one of the same name, or as a new one. */
  public void save(SearchProfile profile) {
    throw new UnsupportedOperationException(profile.name());
  }

  /** Takes a profile away; nothing happens where there is none. */
  public void remove(String name) {
    throw new UnsupportedOperationException(name);
  }
}
