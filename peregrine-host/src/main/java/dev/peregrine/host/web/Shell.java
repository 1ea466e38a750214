package dev.peregrine.host.web;

import java.util.List;
import java.util.Optional;

/**
 * What stands around every page.
 *
 * @param title of the page, without the program's name
 * @param solo whether the page stands alone, without navigation
 * @param kind a class for the page's body, may be empty
 * @param layout a class for the page's column, may be empty
 * @param path the page's own address, to come back to
 * @param look how the person wants it
 * @param token proves that a form is ours
 * @param assets where style, scripts and fonts are
 * @param place where the data are
 * @param upper the navigation's first group
 * @param lower its second group
 * @param activity what runs in the background
 * @param toast the result of the action that led here
 * @param languages to choose from
 * @param notices what every page says until it changes
 * @param banner what stands above every page
 * @param shut what leads nowhere in this Peregrine
 * @param drawn the mark of {@link dev.peregrine.host.live.Live} before the page was drawn
 */
public record Shell(
    String title,
    boolean solo,
    String kind,
    String layout,
    String path,
    Look look,
    String token,
    String assets,
    String place,
    List<Link> upper,
    List<Link> lower,
    Activity activity,
    Optional<Toast> toast,
    List<LanguageChoice> languages,
    List<Notice> notices,
    Optional<Banner> banner,
    List<ShutDoor> shut,
    long drawn) {

  private static final int TABS = 4;

  /**
   * A link of the navigation.
   *
   * @param waiting how much waits there, as text; empty for nothing
   */
  public record Link(
      String id, String label, Icon icon, String path, String waiting, boolean here) {}

  /**
   * A language to choose.
   *
   * @param tag of the language; empty for the one that the browser asks for
   * @param chosen whether it is the one that was chosen
   */
  public record LanguageChoice(String tag, String name, boolean chosen) {}

  /** This as a page without navigation. */
  public Shell alone() {
    return new Shell(
        title, true, kind, layout, path, look, token, assets, place, upper, lower, activity, toast,
        languages, notices, banner, shut, drawn);
  }

  /** This with classes for the page's body and column. */
  public Shell styled(String newKind, String newLayout) {
    return new Shell(
        title, solo, newKind, newLayout, path, look, token, assets, place, upper, lower, activity,
        toast, languages, notices, banner, shut, drawn);
  }

  /** What a person can choose about the look, for a form. */
  public List<Look.Question> questions() {
    return Look.QUESTIONS;
  }

  /** Those that are asked most. */
  List<Look.Question> firstQuestions() {
    return Look.QUESTIONS.subList(0, Look.IN_THE_DRAWER);
  }

  /** The fonts that the page is drawn with first. */
  List<String> fonts() {
    return switch (look.value("font")) {
      case "legible" -> List.of("atkinson-next-latin.woff2");
      case "dyslexic" -> List.of("opendyslexic-400.woff2", "opendyslexic-700.woff2");
      default -> List.of("inter-400.ttf", "inter-600.ttf", "source-serif-500.ttf");
    };
  }

  List<Notice> leaving() {
    return notices.stream().filter(Notice::leaves).toList();
  }

  List<Notice> quiet() {
    return notices.stream().filter(notice -> !notice.leaves()).toList();
  }

  List<Link> tabs() {
    return links().stream().limit(TABS).toList();
  }

  List<Link> more() {
    return links().stream().skip(TABS).toList();
  }

  boolean hereIsUnderMore() {
    return more().stream().anyMatch(Link::here);
  }

  List<Link> links() {
    return java.util.stream.Stream.concat(upper.stream(), lower.stream()).toList();
  }
}
