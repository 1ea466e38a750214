package dev.peregrine.testkit;

import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a recorded answer holds, said by a board's test without the board's code: its rows, and
 * where each field stands in a row. What is not said is held by no row, so that a posting that has
 * it has invented it.
 *
 * <pre>{@code
 * Held.json(recorded, "jobs")
 *     .value(HeldField.TITLE, "title")
 *     .value(HeldField.COMPANY, "company.name")
 *     .some(HeldField.TAGS, "tags")
 *     .value(PostingDetail.LEVEL, "level");
 * }</pre>
 *
 * <p>Of a {@code value}, the posting must have the same, letters and figures compared; of {@code
 * some}, it must have any. A field may stand in several places, each of which is then said.
 */
public final class Held {

  private final List<HeldRow> rows;
  private final List<Part> parts;
  private final int reports;

  private Held(List<HeldRow> rows) {
    this(rows, List.of(), 0);
  }

  private Held(List<HeldRow> rows, List<Part> parts, int reports) {
    this.rows = List.copyOf(rows);
    this.parts = List.copyOf(parts);
    this.reports = reports;
  }

  /**
   * An answer in JSON.
   *
   * @param where the list of its rows, as in {@link HeldRow#texts}; empty for the answer itself
   */
  public static Held json(String recorded, String where) {
    return new Held(
        HeldRow.OfJson.at(new JsonMapper().readTree(recorded), where)
            .<HeldRow>map(HeldRow.OfJson::new)
            .toList());
  }

  /** A page of which the elements that fit a CSS selector are the rows. */
  public static Held html(String recorded, String rows) {
    return new Held(
        Jsoup.parse(recorded).select(rows).stream().<HeldRow>map(HeldRow.OfMarkup::new).toList());
  }

  /** A feed of which the elements that fit a CSS selector are the rows. */
  public static Held xml(String recorded, String rows) {
    return new Held(
        Jsoup.parse(recorded, Parser.xmlParser()).select(rows).stream()
            .<HeldRow>map(HeldRow.OfMarkup::new)
            .toList());
  }

  /** Only these rows are to become postings. */
  public Held where(Predicate<HeldRow> wanted) {
    return new Held(rows.stream().filter(wanted).toList(), parts, reports);
  }

  /**
   * So many times the board reports something as left out, such as pages that were not recorded.
   */
  public Held withReports(int expected) {
    return new Held(rows, parts, expected);
  }

  /** A field that stands at the first of these places that has it. */
  public Held value(HeldField field, String... where) {
    return value(field, row -> row.text(where));
  }

  /** A field that the row tells in its own way; an empty text where it does not. */
  public Held value(HeldField field, Function<HeldRow, String> held) {
    return with(new Part(field.name(), field::of, held, Likeness.of(field)));
  }

  /** A field that every posting of this board has by its nature. */
  public Held always(HeldField field, String value) {
    return value(field, row -> value);
  }

  /** A field that the posting words differently. */
  public Held some(HeldField field, String... where) {
    return some(field, row -> row.text(where));
  }

  /** A field that the posting words differently, told in the row's own way. */
  public Held some(HeldField field, Function<HeldRow, String> held) {
    return with(new Part(field.name(), field::of, held, Likeness.ANY));
  }

  /**
   * Pay in numbers, of which those above zero are held; the currency and the period only beside
   * one. The period is worded differently.
   */
  public Held salary(String min, String max, String currency, String period) {
    Predicate<HeldRow> paid =
        row -> Stream.of(min, max).anyMatch(where -> Likeness.AMOUNT.isHeld(row.text(where)));
    return value(HeldField.SALARY_MIN, min)
        .value(HeldField.SALARY_MAX, max)
        .value(HeldField.SALARY_CURRENCY, row -> paid.test(row) ? row.text(currency) : "")
        .some(HeldField.SALARY_PERIOD, row -> paid.test(row) ? row.text(period) : "");
  }

  /** Pay as a text with both bounds, or with one amount that is both. */
  public Held salary(String where) {
    return some(HeldField.SALARY_MIN, where)
        .some(HeldField.SALARY_MAX, where)
        .some(HeldField.SALARY_CURRENCY, where)
        .some(HeldField.SALARY_PERIOD, where);
  }

  /** A detail that stands at the first of these places that has it. */
  public Held value(PostingDetail detail, String... where) {
    return value(detail, row -> row.text(where));
  }

  /** A detail that the row tells in its own way; an empty text where it does not. */
  public Held value(PostingDetail detail, Function<HeldRow, String> held) {
    return with(part(detail, held, Likeness.SAME));
  }

  /** A detail that the posting words differently. */
  public Held some(PostingDetail detail, String... where) {
    return some(detail, row -> row.text(where));
  }

  /** A detail that the posting words differently, told in the row's own way. */
  public Held some(PostingDetail detail, Function<HeldRow, String> held) {
    return with(part(detail, held, Likeness.ANY));
  }

  List<HeldRow> rows() {
    return rows;
  }

  int reports() {
    return reports;
  }

  /** The parts of each field: what is held, and what is not and must therefore stay empty. */
  List<List<Part>> fields() {
    var fields = new LinkedHashMap<String, List<Part>>();
    for (Part part : parts) {
      fields.computeIfAbsent(part.name(), name -> new ArrayList<>()).add(part);
    }
    for (HeldField field : HeldField.values()) {
      var none = new Part(field.name(), field::of, row -> "", Likeness.ANY);
      fields.putIfAbsent(field.name(), List.of(none));
    }
    for (PostingDetail detail : PostingDetail.values()) {
      fields.putIfAbsent(detail.name(), List.of(part(detail, row -> "", Likeness.ANY)));
    }
    return List.copyOf(fields.values());
  }

  private Held with(Part part) {
    var more = new ArrayList<>(parts);
    more.add(part);
    return new Held(rows, more, reports);
  }

  private static Part part(
      PostingDetail detail, Function<HeldRow, String> held, Likeness likeness) {
    return new Part(
        detail.name(), posting -> posting.details().getOrDefault(detail, ""), held, likeness);
  }

  /** A field with what a posting has of it and what a row holds of it. */
  record Part(
      String name,
      Function<Posting, String> kept,
      Function<HeldRow, String> held,
      Likeness likeness) {}
}
