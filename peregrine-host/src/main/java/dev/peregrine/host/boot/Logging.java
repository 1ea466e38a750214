package dev.peregrine.host.boot;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/**
 * The log: by default in {@code logs/peregrine.log}, five files of 5 MB at most, times in UTC.
 * Where somebody else collects it, lines of text or of JSON on standard error.
 */
final class Logging {

  private static final String NAME = "log";

  private Logging() {}

  /**
   * @param wanted {@code stderr}, {@code json}, or anything else for the files
   */
  static void begin(Path home, String wanted) {
    if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
      return;
    }
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    if (root.getAppender(NAME) != null) {
      return;
    }
    root.addAppender(
        switch (wanted) {
          case "stderr" -> stream(context, pattern(context));
          case "json" -> stream(context, new JsonEncoder());
          default -> files(context, home);
        });
    root.setLevel(Level.INFO);
    context.getLogger("org.eclipse.jetty").setLevel(Level.WARN);
    context.getLogger("io.javalin").setLevel(Level.WARN);
    context.getLogger("org.pf4j").setLevel(Level.WARN);
    context.getLogger("io.modelcontextprotocol").setLevel(Level.WARN);
    context.getLogger("org.flywaydb").setLevel(Level.WARN);
    context.getLogger("com.github.kagkarlsson").setLevel(Level.WARN);
    // Says each broken connection with its trace; that the server is away is said once.
    context.getLogger("com.zaxxer.hikari").setLevel(Level.ERROR);
  }

  private static PatternLayoutEncoder pattern(LoggerContext context) {
    var layout = new PatternLayoutEncoder();
    layout.setContext(context);
    layout.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z',UTC} %-5level %logger{24}: %msg%n");
    return layout;
  }

  private static Appender<ILoggingEvent> stream(
      LoggerContext context, Encoder<ILoggingEvent> encoder) {
    encoder.setContext(context);
    encoder.start();
    var appender = new ConsoleAppender<ILoggingEvent>();
    appender.setName(NAME);
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.setEncoder(encoder);
    appender.start();
    return appender;
  }

  private static Appender<ILoggingEvent> files(LoggerContext context, Path home) {
    String file = home.resolve("logs").resolve("peregrine.log").toString();
    PatternLayoutEncoder layout = pattern(context);
    layout.start();
    var appender = new RollingFileAppender<ILoggingEvent>();
    appender.setName(NAME);
    appender.setContext(context);
    appender.setFile(file);
    appender.setEncoder(layout);
    var rolling = new FixedWindowRollingPolicy();
    rolling.setContext(context);
    rolling.setParent(appender);
    rolling.setFileNamePattern(file + ".%i");
    rolling.setMinIndex(1);
    rolling.setMaxIndex(4);
    rolling.start();
    appender.setRollingPolicy(rolling);
    var size = new SizeBasedTriggeringPolicy<ILoggingEvent>();
    size.setContext(context);
    size.setMaxFileSize(FileSize.valueOf("5MB"));
    size.start();
    appender.setTriggeringPolicy(size);
    appender.start();
    return appender;
  }
}
