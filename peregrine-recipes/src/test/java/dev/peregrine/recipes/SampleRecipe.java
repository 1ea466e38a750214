package dev.peregrine.recipes;

/** A recipe to begin with, and changes to it. */
final class SampleRecipe {

  static final String GOOD =
      """
      id: acme
      name: Acme
      summary: Postings from Acme.
      request:
        get: https://api.acme.example/jobs
        query: {q: "{title}", page: "{page}"}
      pages: {size: 2}
      rows: /jobs
      fields:
        id: id
        title: title
        url: url
      """;

  private SampleRecipe() {}

  /** With lines instead of others. */
  static String with(String before, String after) {
    if (!GOOD.contains(before)) {
      throw new IllegalArgumentException(before);
    }
    return GOOD.replace(before, after);
  }

  /** With further fields. */
  static String withFields(String... fields) {
    return GOOD + "  " + String.join("\n  ", fields) + "\n";
  }
}
