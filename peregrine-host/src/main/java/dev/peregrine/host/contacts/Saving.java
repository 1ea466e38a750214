package dev.peregrine.host.contacts;

/**
 * The end of a save.
 *
 * @param <T> what was to be stored
 */
public sealed interface Saving<T> {

  /** Stored. */
  record Done<T>(T stored) implements Saving<T> {}

  /** Somebody saved since that version was looked at; nothing was stored. */
  record Overtaken<T>(T inUse) implements Saving<T> {}
}
