package dev.peregrine.host.web;

import java.util.List;
import java.util.Optional;

/**
 * What stands above every page.
 *
 * @param title of one or two words
 * @param sentence what it means for the person
 * @param question something to choose
 * @param buttons what can be done
 * @param more where there is more about it
 * @param step what the person is led through at the moment
 */
public record Banner(
    String title,
    String sentence,
    Question question,
    List<Button> buttons,
    Optional<Link> more,
    Optional<Step> step) {

  /** Where a link leads. */
  public record Link(String label, String path) {}

  /** Something to do by pressing a button; what it does is posted. */
  public record Button(String label, String path) {}

  /**
   * Something to choose.
   *
   * @param path where the choice is posted to, as {@code value}
   */
  public record Question(String label, String path, List<Choice> choices) {}

  /** One answer. */
  public record Choice(String value, String label, boolean chosen) {}

  /**
   * A step of something that leads from page to page.
   *
   * @param position such as {@code 2 of 8}
   * @param there where the step is about, where that is another page than this one
   * @param buttons the first leads on
   */
  public record Step(
      String position, String title, String sentence, Optional<Link> there, List<Button> buttons) {}
}
