package dev.peregrine.host.boot;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** What a class says in the log meanwhile. */
final class LogLines implements AutoCloseable {

  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final Logger log;
  private final @Nullable Level before;

  LogLines(Class<?> of) {
    log = (Logger) LoggerFactory.getLogger(of);
    before = log.getLevel();
    log.setLevel(Level.INFO);
    lines.start();
    log.addAppender(lines);
  }

  List<String> about(String word) {
    return List.copyOf(lines.list).stream()
        .map(line -> line.getLevel() + " " + line.getFormattedMessage())
        .filter(line -> line.contains(word))
        .toList();
  }

  @Override
  public void close() {
    log.detachAppender(lines);
    log.setLevel(before);
  }
}
