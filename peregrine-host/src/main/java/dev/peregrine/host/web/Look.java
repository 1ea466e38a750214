package dev.peregrine.host.web;

import java.util.ArrayList;
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
  public record Question(String name, String label, String usual, List<Choice> choices) {}

  /** One answer to it. */
  public record Choice(String value, String label) {}

  static final List<Question> QUESTIONS =
      List.of(
          question("theme", "Light", "auto", "As my system", "light", "Light", "dark", "Dark"),
          question("contrast", "Contrast", "normal", "Calm", "more", "High"),
          question(
              "text",
              "Text size",
              "1",
              "Small",
              "2",
              "Normal",
              "3",
              "Large",
              "4",
              "Larger",
              "5",
              "Huge"),
          question(
              "font",
              "Letters",
              "usual",
              "Usual",
              "legible",
              "Easy to tell apart",
              "dyslexic",
              "For dyslexia"),
          question("density", "Spacing", "cosy", "Cosy", "compact", "Compact"),
          question("motion", "Movement", "auto", "As my system", "calm", "None"),
          question("keys", "Single-key shortcuts", "on", "On", "off", "Off"),
          question(
              "colours",
              "Colours",
              "heather",
              "Heather",
              "paper",
              "Warm, less glare",
              "clear",
              "For colour blindness"),
          question("lines", "Lines and words", "usual", "Usual", "wide", "Further apart"),
          question("counts", "Numbers in the menu", "on", "Shown", "off", "Hidden"));

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

  private static Question question(String name, String label, String... choices) {
    var list = new ArrayList<Choice>();
    for (int i = 0; i < choices.length; i += 2) {
      list.add(new Choice(choices[i], choices[i + 1]));
    }
    // All but the size begin with the usual one.
    String usual = name.equals("text") ? "2" : list.getFirst().value();
    return new Question(name, label, usual, List.copyOf(list));
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
