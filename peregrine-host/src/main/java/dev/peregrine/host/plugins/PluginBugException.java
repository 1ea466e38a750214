package dev.peregrine.host.plugins;

/**
 * A plugin threw what it may not throw. The message names the plugin, what was thrown and where,
 * but not the text of what was thrown, which may hold a secret; the cause is for the log.
 */
public final class PluginBugException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PluginBugException(String plugin, String extension, Class<?> type, Throwable thrown) {
    super(
        "Plugin %s has a bug: %s threw %s%s. Tell its author."
            .formatted(plugin, extension, thrown.getClass().getSimpleName(), where(type, thrown)),
        thrown);
  }

  /** The message. */
  public String sentence() {
    return String.valueOf(getMessage());
  }

  /** The first place in the plugin's own code. */
  static String where(Class<?> type, Throwable thrown) {
    for (StackTraceElement frame : thrown.getStackTrace()) {
      if (frame.getClassName().startsWith(type.getPackageName() + ".")
          && frame.getFileName() != null) {
        return " in " + frame.getFileName() + ":" + frame.getLineNumber();
      }
    }
    return "";
  }
}
