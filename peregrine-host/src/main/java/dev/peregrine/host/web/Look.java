package dev.peregrine.host.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How a person wants the pages to look and to react, kept in a cookie of the browser: the screen at
 * work may ask for something else than the one at home.
 */
public record Look(
    String theme, String contrast, String text, String density, String motion, String keys) {

  /** As the system says, and calm. */
  public static final Look USUAL = new Look("auto", "normal", "2", "cosy", "auto", "on");

  /** One question of the comfort drawer. */
  public record Question(String name, String label, List<Choice> choices) {}

  /** One answer to it. */
  public record Choice(String value, String label) {}

  static final List<Question> QUESTIONS =
      List.of(
          question("theme", "Light", "auto", "As my system", "light", "Light", "dark", "Dark"),
          question("contrast", "Contrast", "normal", "Calm", "more", "High"),
          question("text", "Text size", "1", "Small", "2", "Normal", "3", "Large", "4", "Larger"),
          question("density", "Spacing", "cosy", "Cosy", "compact", "Compact"),
          question("motion", "Movement", "auto", "As my system", "calm", "None"),
          question("keys", "Single-key shortcuts", "on", "On", "off", "Off"));

  private static Question question(String name, String label, String... choices) {
    var list = new java.util.ArrayList<Choice>();
    for (int i = 0; i < choices.length; i += 2) {
      list.add(new Choice(choices[i], choices[i + 1]));
    }
    return new Question(name, label, List.copyOf(list));
  }

  /** The look that answers say; an answer that is none of the choices counts as not given. */
  static Look of(Function<String, String> answers) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Question question : QUESTIONS) {
      String answer = answers.apply(question.name());
      boolean known = question.choices().stream().anyMatch(c -> c.value().equals(answer));
      values.put(question.name(), known ? answer : USUAL.value(question.name()));
    }
    return new Look(
        values.getOrDefault("theme", ""),
        values.getOrDefault("contrast", ""),
        values.getOrDefault("text", ""),
        values.getOrDefault("density", ""),
        values.getOrDefault("motion", ""),
        values.getOrDefault("keys", ""));
  }

  /** Whether keys alone do nothing. */
  public boolean isKeyless() {
    return keys.equals("off");
  }

  /** The answer to the question of that name. */
  public String value(String name) {
    return switch (name) {
      case "theme" -> theme;
      case "contrast" -> contrast;
      case "text" -> text;
      case "density" -> density;
      case "motion" -> motion;
      case "keys" -> keys;
      default ->
          throw new IllegalArgumentException(
              "Look \"%s\": there is no such question.".formatted(name));
    };
  }

  /** As the value of a cookie. */
  String packed() {
    return String.join(".", theme, contrast, text, density, motion, keys);
  }

  /** Reads {@link #packed}; whatever is not ours counts as not given. */
  static Look unpacked(String packed) {
    String[] parts = packed.split("\\.", -1);
    return of(
        name -> {
          for (int i = 0; i < QUESTIONS.size() && i < parts.length; i++) {
            if (QUESTIONS.get(i).name().equals(name)) {
              return parts[i];
            }
          }
          return "";
        });
  }
}
