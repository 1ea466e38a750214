package dev.peregrine.api.integration;

import java.util.Optional;

/**
 * Small notes of an integration for one tenant that outlast a call: the address of an upload that
 * goes on later, the id of a folder, a token that the service exchanged. The host implements it and
 * keeps the notes like secrets: apart, encrypted where the tenant's data is, never shown. They are
 * dropped when the person disconnects the integration.
 *
 * <p>Nothing may depend on a note being there. What must not be lost travels through return values,
 * which the host stores together with their effect.
 *
 * <p><b>Threads:</b> may be used from several threads of one call; a note is there for the next
 * call once {@link #put} returned.
 *
 * <p><b>Limits:</b> keys 1 to 200 characters, values 64 KiB, 1,000 notes; {@link
 * IllegalArgumentException} beyond.
 *
 * @since 0.1
 */
public interface StateStore {

  /** The note of that key. */
  Optional<String> get(String key);

  /** Notes a value, in place of the former one. */
  void put(String key, String value);

  /** Drops a note, where there is one. */
  void remove(String key);
}
