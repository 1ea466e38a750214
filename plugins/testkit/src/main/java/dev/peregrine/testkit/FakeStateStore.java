package dev.peregrine.testkit;

import dev.peregrine.api.integration.StateStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A {@link StateStore} that a test can look into; with the limits of the contract. */
public final class FakeStateStore implements StateStore {

  private final Map<String, String> notes = new ConcurrentHashMap<>();

  @Override
  public Optional<String> get(String key) {
    return Optional.ofNullable(notes.get(key));
  }

  @Override
  public void put(String key, String value) {
    if (key.isEmpty() || key.length() > 200 || value.length() > 64 * 1024) {
      throw new IllegalArgumentException(
          "Note \"%s\" of %d characters: expected a key of 1 to 200 and a value of at most 65,536."
              .formatted(key, value.length()));
    }
    notes.put(key, value);
    if (notes.size() > 1000) {
      throw new IllegalArgumentException("More than 1,000 notes.");
    }
  }

  @Override
  public void remove(String key) {
    notes.remove(key);
  }

  /** All that is noted. */
  public Map<String, String> notes() {
    return Map.copyOf(notes);
  }
}
