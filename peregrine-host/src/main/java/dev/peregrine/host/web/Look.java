package dev.peregrine.host.web;

import static dev.peregrine.host.texts.Texts.t;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How a person wants the pages to look and to react, kept in a cookie of the browser: the screen at
 * work may ask for something else than the one at home.
 *
 * @param answers to each question, by its name
 */
public record Look(Map<String, String> answers) {

  /** How many questions stand in the drawer; the page Appearance has all. */
  static final int IN_THE_DRAWER = 7;

  /**
   * One question.
   *
   * @param usual the answer of whoever was not asked
   */
  public record Question(String name, String usual, List<Choice> choices) {

    /** As people read it. */
    public String label() {
      return t("web.look-" + name);
    }
  }

  /** One answer to it. */
  public record Choice(String question, String value) {

    /** As people read it. */
    public String label() {
      return t("web.look-" + question + "-" + value);
    }
  }

  static final List<Question> QUESTIONS =
      List.of(
          question("theme", "auto", "auto", "light", "dark"),
          question("contrast", "normal", "normal", "more"),
          question("text", "2", "1", "2", "3", "4", "5"),
          question("font", "usual", "usual", "legible", "dyslexic"),
          question("density", "cosy", "cosy", "compact"),
          question("motion", "auto", "auto", "calm"),
          question("keys", "on", "on", "off"),
          question("colours", "heather", "heather", "paper", "clear"),
          question("lines", "usual", "usual", "wide"),
          question("counts", "on", "on", "off"));

  /** In which order they stand in the cookie; new ones at the end, so that older cookies count. */
  private static final List<String> PACKED =
      List.of(
          "theme",
          "contrast",
          "text",
          "density",
          "motion",
          "keys",
          "font",
          "colours",
          "lines",
          "counts");

  public Look {
    answers = Map.copyOf(answers);
  }

  private static Question question(String name, String usual, String... choices) {
    return new Question(
        name, usual, Arrays.stream(choices).map(choice -> new Choice(name, choice)).toList());
  }

  /** The look that answers say; an answer that is none of the choices counts as not given. */
  static Look of(Function<String, String> answers) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Question question : QUESTIONS) {
      String answer = answers.apply(question.name());
      boolean known = question.choices().stream().anyMatch(c -> c.value().equals(answer));
      values.put(question.name(), known ? answer : question.usual());
    }
    return new Look(values);
  }

  /** Whether keys alone do nothing. */
  public boolean isKeyless() {
    return value("keys").equals("off");
  }

  /** The answer to the question of that name. */
  public String value(String name) {
    String value = answers.get(name);
    if (value == null) {
      throw new IllegalArgumentException("Look \"%s\": there is no such question.".formatted(name));
    }
    return value;
  }

  /** As the value of a cookie. */
  String packed() {
    return String.join(".", PACKED.stream().map(this::value).toList());
  }

  /** Reads {@link #packed}; whatever is not ours counts as not given. */
  static Look unpacked(String packed) {
    String[] parts = packed.split("\\.", -1);
    return of(
        name -> {
          int at = PACKED.indexOf(name);
          return at >= 0 && at < parts.length ? parts[at] : "";
        });
  }
}
