package dev.peregrine.recipes;

import static dev.peregrine.recipes.SampleRecipe.GOOD;
import static dev.peregrine.recipes.SampleRecipe.with;
import static dev.peregrine.recipes.SampleRecipe.withFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

/** The published schema and the reader agree on what a recipe is. */
class RecipeSchemaTest {

  private static final Path SCHEMA = Path.of("..", "docs", "recipe.schema.json");
  private static final Path PLUGINS = Path.of("..", "plugins");

  static List<Path> shipped() throws IOException {
    try (Stream<Path> folders = Files.list(PLUGINS)) {
      return folders
          .map(each -> each.resolve("board.yaml"))
          .filter(Files::exists)
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void aShippedRecipeIsGoodForBoth(Path recipe) throws IOException {
    assertThat(Recipes.read(recipe).descriptor().about().id())
        .isEqualTo(String.valueOf(recipe.getParent().getFileName()).replaceFirst("^board-", ""));
    assertThat(problems(Files.readString(recipe))).isEmpty();
  }

  @Test
  void tenRecipesAreShipped() throws IOException {
    assertThat(shipped()).hasSizeGreaterThanOrEqualTo(10);
  }

  static Stream<String> good() {
    return Stream.of(
        GOOD,
        GOOD.substring(0, GOOD.indexOf("rows:")) + "format: json-ld\n",
        with("rows: /jobs", "rows: [/a, /b]"),
        with("rows:", "empty: {total: 0}\nleave-out: [gone, {a: b}]\nrows:")
            .replace(", {a: b}", ""),
        with("rows:", "default: off\nkind: scraped\nhosts: cdn.acme.example\nrows:"),
        with("rows:", "answer: {firm: name}\nvalues: {x: {from: title, default: all}}\nrows:"),
        withFields("company: [a, {from: b, map: {1: One, 2: null}}]"),
        withFields("places: [{each: a, leave-out: {b: true}, city: c}, d]"),
        withFields(
            "salary: [{min: a, currency: =EUR, period: {by-size: {0: hour, 10.5: null}}}, b]"));
  }

  @ParameterizedTest
  @MethodSource("good")
  void aGoodRecipeIsGoodForBoth(String recipe) {
    assertThat(Recipes.read(recipe, "test")).isNotNull();
    assertThat(problems(recipe)).isEmpty();
  }

  static Stream<String> bad() {
    return Stream.of(
        "- a",
        with("id: acme\n", ""),
        with("id: acme", "id: ACME"),
        with("name: Acme", "name: " + "x".repeat(61)),
        with("rows:", "row:"),
        with("  title: title\n", ""),
        with("get: https", "get: ftp"),
        with("/jobs\n  query", "/jobs?a=b\n  query"),
        with("  get:", "  post: https://a.example\n  get:"),
        with("size: 2", "size: many"),
        with("size: 2", "size: 0"),
        with("rows:", "format: csv\nrows:"),
        with("rows:", "format: json-ld\nrows:"),
        with("rows:", "kind: secret\nrows:"),
        with("rows:", "rate: {gap: soon}\nrows:"),
        with("rows:", "settings: {API: {secret: Key}}\nrows:"),
        with("rows:", "settings: {key: {help: Key}}\nrows:"),
        with("rows:", "employers: {starters: [acme]}\nrows:"),
        with("rows:", "detail: {get: \"https://a.example/{id}\"}\nrows:"),
        withFields("employer: company"),
        withFields("company: {match: a}"),
        withFields("company: {from: a, all: [b]}"),
        withFields("company: {from: a, shout: true}"),
        withFields("salary: {min: a, period: =year}"),
        withFields("salary: {min: a, currency: =EUR}"),
        withFields("places: {city: a, street: b}"));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void aBadRecipeIsBadForBoth(String recipe) {
    assertThat(catchThrowable(() -> Recipes.read(recipe, "test")))
        .isInstanceOf(RecipeException.class);
    assertThat(problems(recipe)).isNotEmpty();
  }

  @Test
  void theExampleInTheDocumentationIsGoodForBoth() throws IOException {
    String page = Files.readString(SCHEMA.resolveSibling("recipes.md"));
    String example = page.split("```yaml\n")[1].split("```")[0];

    assertThat(Recipes.read(example, "recipes.md").descriptor().about().id()).isEqualTo("acme");
    assertThat(problems(example)).isEmpty();
  }

  @Test
  void theSchemaKnowsEveryFieldOfAPosting() throws IOException {
    String schema = Files.readString(SCHEMA);

    for (PostingField field : PostingField.ofPosting()) {
      assertThat(schema).contains("\"%s\":".formatted(field.name()));
    }
  }

  private static List<String> problems(String recipe) {
    try {
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
      return schema.validate(json(recipe), InputFormat.JSON).stream()
          .map(Object::toString)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The recipe as JSON, as an editor would see it. */
  private static String json(String recipe) {
    Object read = new Load(LoadSettings.builder().build()).loadFromString(recipe);
    return JsonMapper.shared().writeValueAsString(read);
  }
}
