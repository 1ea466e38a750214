package dev.peregrine.host.web;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/**
 * The signs beside words. A template writes {@code ${Icon.CHECK}}; the drawing stands in the page
 * itself, because a fragment that is swapped in later could not rely on a sprite.
 */
public final class Icon implements Content {

  public static final Icon HOME =
      new Icon("<path d=\"M4 11 12 4.5 20 11v8a1 1 0 0 1-1 1h-4.5v-5.5h-5V20H5a1 1 0 0 1-1-1z\"/>");
  public static final Icon REVIEW =
      new Icon(
          "<rect x=\"6\" y=\"8\" width=\"12\" height=\"12\" rx=\"2\"/><path d=\"M8 5h8M10 2.5h4\"/>");
  public static final Icon APPLY =
      new Icon("<path d=\"M14.5 5.5l4 4L8 20l-4.5.5L4 16z\"/><path d=\"M12.5 7.5l4 4\"/>");
  public static final Icon TALK =
      new Icon(
          "<path d=\"M4 6.5A1.5 1.5 0 0 1 5.5 5h9A1.5 1.5 0 0 1 16 6.5v5a1.5 1.5 0 0 1-1.5 1.5H9l-3.5 3v-3A1.5 1.5 0 0 1 4 11.5z\"/><path d=\"M19 9.5a1.5 1.5 0 0 1 1 1.4v5.1a1.5 1.5 0 0 1-1.5 1.5v2.5l-3-2.5H12\"/>");
  public static final Icon PREP =
      new Icon(
          "<path d=\"M12 7c-2-1.6-4.7-2-8-2v13c3.3 0 6 .4 8 2 2-1.6 4.7-2 8-2V5c-3.3 0-6 .4-8 2zM12 7v13\"/>");
  public static final Icon SURVEY =
      new Icon(
          "<path d=\"M9.5 6.5H20M9.5 12H20M9.5 17.5H20M4 6.5l1 1 1.8-2M4 12l1 1 1.8-2M4 17.5l1 1 1.8-2\"/>");
  public static final Icon MAIL =
      new Icon(
          "<rect x=\"3.5\" y=\"5.5\" width=\"17\" height=\"13\" rx=\"2\"/><path d=\"M4 7.5l8 6 8-6\"/>");
  public static final Icon CHART = new Icon("<path d=\"M4 20h16M7 16v-4M12 16V6M17 16V9\"/>");
  public static final Icon PLUG =
      new Icon("<path d=\"M9 3v5M15 3v5M6.5 8h11v3.5a5.5 5.5 0 0 1-11 0zM12 17v4\"/>");
  public static final Icon TUNE =
      new Icon(
          "<path d=\"M4 7h9M17 7h3M4 17h3M11 17h9\"/><circle cx=\"15\" cy=\"7\" r=\"2\"/><circle cx=\"9\" cy=\"17\" r=\"2\"/>");
  public static final Icon MORE =
      new Icon("<path d=\"M5 12h.01M12 12h.01M19 12h.01\" stroke-width=\"2.6\"/>");
  public static final Icon TASKS = new Icon("<path d=\"M3 12h4l2.5-6 5 12 2.5-6h4\"/>");
  public static final Icon LOOK =
      new Icon(
          "<circle cx=\"12\" cy=\"12\" r=\"8.5\"/><path d=\"M12 3.5a8.5 8.5 0 0 1 0 17z\" fill=\"currentColor\"/>");
  public static final Icon LOCK =
      new Icon(
          "<rect x=\"5.5\" y=\"10.5\" width=\"13\" height=\"9.5\" rx=\"2\"/><path d=\"M8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5\"/>");
  public static final Icon CHECK = new Icon("<path d=\"M5 12.5l4.5 4.5L19 7.5\"/>");
  public static final Icon CROSS = new Icon("<path d=\"M6.5 6.5l11 11M17.5 6.5l-11 11\"/>");
  public static final Icon SKIP = turning("<path d=\"M5 12h13M13 7l5 5-5 5\"/>");
  public static final Icon UNDO =
      turning("<path d=\"M8.5 5L4.5 9l4 4M5 9h9a5.5 5.5 0 0 1 0 11h-3\"/>");
  public static final Icon OUT =
      turning(
          "<path d=\"M13.5 5H19v5.5M19 5l-8.5 8.5M17 14v4a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1h4\"/>");
  public static final Icon PIN =
      new Icon(
          "<path d=\"M12 21c4-4.2 6.5-7.5 6.5-10.8a6.5 6.5 0 0 0-13 0C5.5 13.5 8 16.8 12 21z\"/><circle cx=\"12\" cy=\"10\" r=\"2.3\"/>");
  public static final Icon MONEY =
      new Icon(
          "<rect x=\"3.5\" y=\"6.5\" width=\"17\" height=\"11\" rx=\"2\"/><circle cx=\"12\" cy=\"12\" r=\"2.5\"/><path d=\"M6.5 12h.01M17.5 12h.01\"/>");
  public static final Icon CLOCK =
      new Icon("<circle cx=\"12\" cy=\"12\" r=\"8.5\"/><path d=\"M12 7.5V12l3 2\"/>");
  public static final Icon WARN = new Icon("<path d=\"M12 4.5l8.5 15h-17zM12 10v4.5M12 17h.01\"/>");
  public static final Icon STOP =
      new Icon("<circle cx=\"12\" cy=\"12\" r=\"8.5\"/><path d=\"M6.2 6.2l11.6 11.6\"/>");
  public static final Icon DOOR =
      new Icon("<path d=\"M6 20V5a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v15M3.5 20h17M14.5 12.5h.01\"/>");
  public static final Icon COPY =
      new Icon(
          "<rect x=\"8.5\" y=\"8.5\" width=\"11\" height=\"11\" rx=\"2\"/><path d=\"M5.5 15.5h-1v-10a1 1 0 0 1 1-1h10v1\"/>");
  public static final Icon AGAIN =
      new Icon("<path d=\"M19.5 12a7.5 7.5 0 1 1-2.2-5.3L20 9M20 4.5V9h-4.5\"/>");
  public static final Icon LINK =
      new Icon(
          "<path d=\"M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1\"/>");
  public static final Icon SEARCH =
      new Icon("<circle cx=\"11\" cy=\"11\" r=\"6.5\"/><path d=\"M16 16l4.5 4.5\"/>");
  public static final Icon FILE =
      new Icon(
          "<path d=\"M14 3.5H7a1 1 0 0 0-1 1v15a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1V7.5zM14 3.5v4h4M9 12.5h6M9 16h4\"/>");
  public static final Icon CAMERA =
      new Icon(
          "<path d=\"M4 8h3l2-2.5h6L17 8h3a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V9a1 1 0 0 1 1-1z\"/><circle cx=\"12\" cy=\"13.2\" r=\"3.3\"/>");
  public static final Icon KEYS =
      new Icon(
          "<rect x=\"3\" y=\"6.5\" width=\"18\" height=\"11\" rx=\"2\"/><path d=\"M7 10.5h.01M10.5 10.5h.01M14 10.5h.01M17.5 10.5h.01M8 14h8\"/>");
  public static final Icon HOUSE = new Icon("<path d=\"M4 19V9.5L12 4l8 5.5V19M9 19v-5h6v5\"/>");
  public static final Icon DOT =
      new Icon("<circle cx=\"12\" cy=\"12\" r=\"3.5\" fill=\"currentColor\"/>");
  public static final Icon SHIELD =
      new Icon("<path d=\"M12 3.5l7 2.5v5.5c0 4.3-2.9 7.4-7 9-4.1-1.6-7-4.7-7-9V6z\"/>");
  public static final Icon PERSON =
      new Icon(
          "<circle cx=\"12\" cy=\"8.5\" r=\"4\"/><path d=\"M4.5 20c1-4 4-6 7.5-6s6.5 2 7.5 6\"/>");
  public static final Icon UP = new Icon("<path d=\"M12 19V5.5M6.5 11L12 5.5l5.5 5.5\"/>");
  public static final Icon DOWN = new Icon("<path d=\"M12 5v13.5M6.5 13l5.5 5.5 5.5-5.5\"/>");
  public static final Icon PLUS = new Icon("<path d=\"M12 5v14M5 12h14\"/>");
  public static final Icon STAR =
      new Icon(
          "<path d=\"M12 4.5l2.3 4.8 5.200.7-3.8 3.700.9 5.3-4.6-2.5-4.6 2.500.9-5.3L4.5 10l5.2-.7z\"/>");

  private final String markup;

  private Icon(String drawing) {
    this("i", drawing);
  }

  private Icon(String css, String drawing) {
    markup =
        "<svg class=\"%s\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">%s</svg>"
            .formatted(css, drawing);
  }

  /** One that points onwards or back, which is to the other side where lines begin on the right. */
  private static Icon turning(String drawing) {
    return new Icon("i turns", drawing);
  }

  @Override
  public void writeTo(TemplateOutput output) {
    output.writeContent(markup);
  }
}
