package dev.peregrine.host.plugins;

/**
 * A plugin threw what it may not throw. The message names the plugin and is for the person; the
 * cause is for the log.
 */
public final class PluginBugException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PluginBugException(String message, Throwable cause) {
    super(message, cause);
  }
}
