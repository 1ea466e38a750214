package dev.peregrine.host.practice;

import dev.peregrine.host.resumes.Fold;
import dev.peregrine.host.resumes.Unnamed;
import java.util.ArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A rating as a model gave it: a quote that is not in the answer is no quote. */
final class ModelRating {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LONGEST = 400;

  private ModelRating() {}

  /**
   * Reads one.
   *
   * @param json obeys {@link InterviewPrompts#SCHEMA}
   * @param unnamed employers that the model was not told, and whose names are put back
   */
  static Rating read(String json, String answer, Unnamed unnamed, String backend) {
    JsonNode root = JSON.readTree(json);
    var points = new ArrayList<Rating.Point>();
    for (Criterion criterion : Criterion.values()) {
      JsonNode one = root.path(criterion.key());
      int level = one.path("level").asInt(0);
      if (level >= 1 && level <= Rating.MOST) {
        points.add(
            new Rating.Point(
                criterion,
                level,
                tidy(unnamed.back(one.path("sentence").asString(""), answer)),
                quote(unnamed.back(one.path("quote").asString(""), answer), answer)));
      }
    }
    return new Rating(
        Rating.By.MODEL,
        backend,
        points,
        tidy(unnamed.back(root.path("summary").asString(""), answer)));
  }

  private static String tidy(String text) {
    String plain =
        text.replaceAll("[\\p{Cf}\\p{Co}&&[^\\u200C\\u200D]]", "")
            .replaceAll("[\\p{Cc}\\s]+", " ")
            .replace("**", "")
            .strip();
    return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
  }

  private static String quote(String said, String answer) {
    String quote = tidy(said).replaceAll("^[\"“„»']+|[\"”“«'.…]+$", "").strip();
    return !quote.isEmpty() && words(answer).contains(words(quote)) ? quote : "";
  }

  private static String words(String text) {
    return " " + Fold.same(text).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
  }
}
