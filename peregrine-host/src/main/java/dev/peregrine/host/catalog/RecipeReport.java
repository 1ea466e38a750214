package dev.peregrine.host.catalog;

import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.Salary;
import dev.peregrine.host.discovery.BoardTry;
import dev.peregrine.host.discovery.OutcomeState;
import dev.peregrine.recipes.PostingField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what a try of a recipe brought, as its author needs it. */
final class RecipeReport {

  /** What one asks for. */
  static final int MOST = 50;

  private static final int SHOWN = 10;
  private static final int EXAMPLE = 90;

  /** Fields that a person misses, and how they are called in a sentence. */
  private static final Map<String, String> MISSED = missed();

  private final BoardTry tried;
  private final String recipe;

  /**
   * @param recipe its text, to say whether it asks for what is missing
   */
  RecipeReport(BoardTry tried, String recipe) {
    this.tried = tried;
    this.recipe = recipe;
  }

  private static Map<String, String> missed() {
    var names = new LinkedHashMap<String, String>();
    names.put("company", "a company");
    names.put("places", "a place");
    names.put("remote", "a word on remote work");
    names.put("posted", "a date");
    names.put("employment-types", "an employment type");
    names.put("salary", "a salary");
    names.put("description", "a description");
    return names;
  }

  RecipeTried of(String name, double seconds) {
    List<Posting> all = tried.postings();
    return new RecipeTried(
        !all.isEmpty() && tried.outcome().state() == OutcomeState.DONE,
        sentence(name, seconds),
        all.size() > SHOWN ? "The first %d of %d".formatted(SHOWN, all.size()) : "",
        all.stream().limit(SHOWN).map(RecipeReport::row).toList(),
        all.isEmpty() ? List.of() : fills(),
        all.isEmpty() ? List.of() : missing(),
        all.isEmpty() ? "" : never(),
        tried.skipped());
  }

  private String sentence(String name, double seconds) {
    int found = tried.postings().size();
    String outcome = tried.outcome().sentence();
    if (tried.outcome().state() != OutcomeState.DONE) {
      return found == 0 ? outcome : "%s It showed %s before.".formatted(outcome, counted(found));
    }
    String answered = "%s answered in %.1f s with %s".formatted(name, seconds, counted(found));
    return found >= MOST ? answered + ", as many as a try takes." : answered + ". " + outcome;
  }

  private static String counted(int found) {
    return switch (found) {
      case 0 -> "no posting";
      case 1 -> "1 posting";
      default -> found + " postings";
    };
  }

  private static RecipeTried.Row row(Posting posting) {
    String facts =
        Stream.of("company", "places", "remote", "salary", "posted")
            .map(field -> value(posting, field))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" · "));
    return new RecipeTried.Row(posting.title(), posting.url().toString(), facts);
  }

  private int filled(PostingField field) {
    return (int) tried.postings().stream().filter(field.filled()).count();
  }

  private List<RecipeTried.Fill> fills() {
    int all = tried.postings().size();
    var fills = new ArrayList<RecipeTried.Fill>();
    for (PostingField field : PostingField.ofPosting()) {
      int filled = filled(field);
      if (filled > 0 || detail(field.name()).isEmpty()) {
        fills.add(
            new RecipeTried.Fill(
                field.name(),
                (int) Math.floor(100.0 * filled / all),
                "%d of %d".formatted(filled, all),
                example(field)));
      }
    }
    return fills;
  }

  private String example(PostingField field) {
    String text =
        tried.postings().stream()
            .filter(field.filled())
            .map(posting -> value(posting, field.name()))
            .findFirst()
            .orElse("");
    String line = text.replaceAll("<[^>]{0,500}>", " ").replaceAll("\\s+", " ").strip();
    return line.length() > EXAMPLE ? line.substring(0, EXAMPLE - 1) + "…" : line;
  }

  private List<String> missing() {
    var missing = new ArrayList<String>();
    MISSED.forEach(
        (name, called) -> {
          boolean none = PostingField.find(name).filter(field -> filled(field) == 0).isPresent();
          if (none) {
            missing.add("No posting has %s: %s".formatted(called, advice(name)));
          }
        });
    return missing;
  }

  private String advice(String name) {
    boolean asked = recipe.matches("(?s).*(^|[\\s{,])" + name + "\\s*:.*");
    if (asked) {
      return "“%s” finds nothing. Compare it with an answer of the board.".formatted(name);
    }
    return recipe.matches("(?s).*\\bformat:\\s*json-ld\\b.*")
        ? "the pages do not say it."
        : "add “%s” under “fields” if the board tells it.".formatted(name);
  }

  private String never() {
    return PostingField.ofPosting().stream()
        .filter(field -> detail(field.name()).isPresent() && filled(field) == 0)
        .map(PostingField::name)
        .collect(Collectors.joining(", "));
  }

  private static Optional<PostingDetail> detail(String name) {
    String constant = name.toUpperCase(Locale.ROOT).replace('-', '_');
    return Stream.of(PostingDetail.values())
        .filter(each -> each.name().equals(constant))
        .findFirst();
  }

  private static String value(Posting posting, String field) {
    return switch (field) {
      case "id" -> posting.nativeId();
      case "title" -> posting.title();
      case "company" -> posting.company().orElse("");
      case "url" -> posting.url().toString();
      case "apply-url" -> text(posting.applyUrl(), Object::toString);
      case "places" -> posting.places().stream().map(Place::text).collect(Collectors.joining("; "));
      case "remote" -> text(posting.remote(), RecipeReport::word);
      case "posted" -> text(posting.posted(), Object::toString);
      case "closes" -> text(posting.closes(), Object::toString);
      case "employment-types" ->
          posting.employmentTypes().stream()
              .map(RecipeReport::word)
              .collect(Collectors.joining(", "));
      case "salary" -> text(posting.salary(), RecipeReport::pay);
      case "description" -> posting.description().orElse("");
      case "tags" -> String.join(", ", posting.tags());
      default -> detail(field).map(each -> posting.details().getOrDefault(each, "")).orElse("");
    };
  }

  private static <T> String text(Optional<T> value, Function<T, String> said) {
    return value.map(said).orElse("");
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** In the words of a recipe: its author compares them with the answer. */
  private static String pay(Salary salary) {
    String amount =
        Stream.of(salary.min(), salary.max())
            .flatMap(Optional::stream)
            .distinct()
            .map(RecipeReport::number)
            .collect(Collectors.joining("–"));
    String bound = salary.min().isEmpty() ? "up to " : "";
    return "%s%s %s per %s%s"
        .formatted(
            bound,
            amount,
            salary.currency().getCurrencyCode(),
            word(salary.period()),
            salary.max().isEmpty() ? " or more" : "");
  }

  private static String number(BigDecimal amount) {
    return amount.stripTrailingZeros().scale() > 0
        ? "%,.2f".formatted(amount)
        : "%,d".formatted(amount.toBigInteger());
  }
}
