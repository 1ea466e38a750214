package dev.peregrine.testkit;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A log that hands every line to the test. */
record FakeLog(Consumer<String> lines) implements System.Logger {

  @Override
  public String getName() {
    return "testkit";
  }

  @Override
  public boolean isLoggable(Level level) {
    return true;
  }

  @Override
  public void log(
      Level level, @Nullable ResourceBundle bundle, String message, @Nullable Throwable thrown) {
    lines.accept(thrown == null ? message : message + " " + thrown);
  }

  @Override
  public void log(
      Level level,
      @Nullable ResourceBundle bundle,
      String format,
      @Nullable Object @Nullable ... values) {
    lines.accept(
        values == null || values.length == 0 ? format : MessageFormat.format(format, values));
  }
}
