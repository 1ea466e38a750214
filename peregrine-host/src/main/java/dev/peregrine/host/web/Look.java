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
 */
public record Look(
    String theme, String contrast, String text, String density, String motion, String keys) {

  /** As the system says, and calm. */
  public static final Look USUAL = new Look("auto", "normal", "2", "cosy", "auto", "on");

  /** One question of the comfort drawer. */
  public record Question(String name, List<Choice> choices) {

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
          question("theme", "auto", "light", "dark"),
          question("contrast", "normal", "more"),
          question("text", "1", "2", "3", "4"),
          question("density", "cosy", "compact"),
          question("motion", "auto", "calm"),
          question("keys", "on", "off"));

  private static Question question(String name, String... choices) {
    return new Question(
        name, Arrays.stream(choices).map(choice -> new Choice(name, choice)).toList());
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
