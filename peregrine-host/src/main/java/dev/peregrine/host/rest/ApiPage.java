package dev.peregrine.host.rest;

import dev.peregrine.host.web.Shell;
import java.util.List;

/**
 * The API as people read it.
 *
 * @param root where it is reached
 * @param shapes what is sent and answered, by name
 */
record ApiPage(
    Shell shell, String root, List<TopicPart> topics, List<Shape> shapes, List<Trouble> problems) {

  /** How a program asks. */
  String example() {
    return "curl -H \"Authorization: Bearer pgn_…\" \"%s/jobs?stage=pending&limit=5\""
        .formatted(root);
  }

  /** Where programs read it. */
  String description() {
    return root + "/openapi.json";
  }

  record TopicPart(String key, String name, String about, List<Line> lines) {}

  /**
   * An operation.
   *
   * @param takes the shape of what is sent; empty for nothing
   */
  record Line(
      String id,
      String verb,
      String path,
      String summary,
      String scope,
      List<Field> parameters,
      String takes,
      String statuses,
      String gives) {}

  record Shape(String name, List<Field> fields) {}

  /**
   * A field or a parameter.
   *
   * @param type in words
   * @param shape that it has; empty for none
   */
  record Field(String name, String type, String shape, boolean required, String about) {}

  /** A kind of problem. */
  record Trouble(String kind, int status, String about) {}
}
