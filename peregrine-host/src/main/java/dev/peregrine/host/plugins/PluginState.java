package dev.peregrine.host.plugins;

/** What the host does with a plugin. */
public enum PluginState {
  /** It runs only after the person's yes; nothing of it was run yet. */
  WAITING,
  /** Its extensions can be used. */
  ON,
  /** The person switched it off; nothing of it is loaded. */
  OFF,
  /** It cannot be used; the reason says why. */
  BROKEN
}
