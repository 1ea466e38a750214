package dev.peregrine.plugin.exporter.pdf.resume;

import dev.peregrine.api.export.ExporterContext.Layout;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/** A template: one style sheet above the one that all share. */
enum Theme {
  CLASSIC("classic", "Classic: serif, centred head", 10.4),
  MODERN("modern", "Modern: sans serif, dates at the side, a touch of colour", 9.6),
  COMPACT("compact", "Compact: much on one page", 9);

  private final String id;
  private final String title;
  private final double points;
  private final String css;

  Theme(String id, String title, double points) {
    this.id = id;
    this.title = title;
    this.points = points;
    this.css = read("all.css") + read(id + ".css");
  }

  /** The one that the person chose; the usual one where the choice is unknown. */
  static Theme of(Layout layout) {
    return Arrays.stream(values())
        .filter(theme -> layout.template().filter(theme.id::equals).isPresent())
        .findFirst()
        .orElse(CLASSIC);
  }

  String id() {
    return id;
  }

  String title() {
    return title;
  }

  /** Size of the body's text where nothing has to be squeezed. */
  double points() {
    return points;
  }

  /** Whether dates stand before what they are the dates of. */
  boolean hasDatesFirst() {
    return this == MODERN;
  }

  String css() {
    return css;
  }

  private static String read(String name) {
    try (InputStream in = Objects.requireNonNull(Theme.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
