package dev.peregrine.host.plugins;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.text.MessageFormat;
import java.util.List;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An extension's log, written to the host's with the tenant's name, with secrets masked and with
 * line breaks made visible, so that no line can pretend to be another's.
 */
final class MaskedLog implements System.Logger {

  private static final int LONGEST = 8_000;

  private final String tenant;
  private final List<String> secrets;
  private final Logger log;

  MaskedLog(String extension, String tenant, List<String> secrets) {
    this.tenant = tenant;
    this.secrets = secrets.stream().filter(secret -> secret.length() > 3).toList();
    this.log = LoggerFactory.getLogger("extension." + extension.replace('/', '.'));
  }

  @Override
  public String getName() {
    return log.getName();
  }

  @Override
  public boolean isLoggable(Level level) {
    return switch (level) {
      case ALL, TRACE -> log.isTraceEnabled();
      case DEBUG -> log.isDebugEnabled();
      case INFO -> log.isInfoEnabled();
      case WARNING -> log.isWarnEnabled();
      case ERROR -> log.isErrorEnabled();
      case OFF -> false;
    };
  }

  @Override
  public void log(
      Level level,
      @Nullable ResourceBundle bundle,
      @Nullable String message,
      @Nullable Throwable thrown) {
    if (isLoggable(level)) {
      String trace = thrown == null ? "" : "\n" + masked(trace(thrown));
      write(level, oneLine(masked(String.valueOf(message))) + trace);
    }
  }

  @Override
  public void log(
      Level level,
      @Nullable ResourceBundle bundle,
      @Nullable String format,
      Object @Nullable ... values) {
    if (isLoggable(level)) {
      write(level, oneLine(masked(filled(String.valueOf(format), values))));
    }
  }

  private static String filled(String format, Object @Nullable ... values) {
    if (values == null || values.length == 0) {
      return format;
    }
    try {
      return MessageFormat.format(format, values);
    } catch (IllegalArgumentException e) {
      return format;
    }
  }

  private void write(Level level, String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    switch (level) {
      case ERROR -> log.error("[{}] {}", tenant, cut);
      case WARNING -> log.warn("[{}] {}", tenant, cut);
      case INFO -> log.info("[{}] {}", tenant, cut);
      case DEBUG -> log.debug("[{}] {}", tenant, cut);
      case ALL, TRACE -> log.trace("[{}] {}", tenant, cut);
      case OFF -> {}
    }
  }

  private String masked(String text) {
    String masked = text;
    for (String secret : secrets) {
      masked = masked.replace(secret, "***");
    }
    return masked;
  }

  private static String oneLine(String text) {
    return text.replace("\r", "\\r").replace("\n", "\\n");
  }

  private static String trace(Throwable thrown) {
    var text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
