package dev.peregrine.host.intake;

import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Postings in a CSV file: rows with named columns, or any rows with a link in them. */
record CsvPostings(List<Posting> postings, List<URI> links, List<String> skipped) {

  private static final int MOST_ROWS = 5_000;
  private static final int MOST_SENTENCES = 20;

  /** Column names, with those that other programs write. */
  private static final Map<String, String> COLUMNS =
      Map.ofEntries(
          Map.entry("title", "title"),
          Map.entry("job title", "title"),
          Map.entry("job_title", "title"),
          Map.entry("position", "title"),
          Map.entry("role", "title"),
          Map.entry("company", "company"),
          Map.entry("company name", "company"),
          Map.entry("company_name", "company"),
          Map.entry("employer", "company"),
          Map.entry("url", "url"),
          Map.entry("link", "url"),
          Map.entry("job_url", "url"),
          Map.entry("job url", "url"),
          Map.entry("job link", "url"),
          Map.entry("location", "location"),
          Map.entry("place", "location"),
          Map.entry("description", "description"),
          Map.entry("salary", "salary"),
          Map.entry("date_posted", "posted"));

  static CsvPostings read(String csv) throws IntakeException {
    var read = new CsvPostings(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    String text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(delimiter(text))
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();
    try (CSVParser rows = CSVParser.parse(new StringReader(text), format)) {
      Map<String, Integer> columns = Map.of();
      int number = 0;
      for (CSVRecord row : rows) {
        if (++number == 1) {
          columns = columns(row);
          if (columns.containsKey("title") || columns.containsKey("url")) {
            continue;
          }
          columns = Map.of();
        }
        if (number > MOST_ROWS) {
          read.skipped().add("Rows after the first %,d were left out.".formatted(MOST_ROWS));
          break;
        }
        read.add(row, columns);
      }
    } catch (IOException | UncheckedIOException broken) {
      throw new IntakeException(
          "The CSV file cannot be read%s. Check its quotes."
              .formatted(
                  broken.getCause() instanceof CSVException || broken instanceof CSVException
                      ? " to its end"
                      : ""));
    }
    if (read.postings().isEmpty() && read.links().isEmpty() && read.skipped().isEmpty()) {
      throw new IntakeException(
          "The CSV file has no rows with a link, expected one in each row, or columns named title and url.");
    }
    return read;
  }

  private void add(CSVRecord row, Map<String, Integer> columns) {
    Optional<String> title = value(row, columns, "title");
    Optional<URI> url = value(row, columns, "url").flatMap(Links::of).or(() -> firstLink(row));
    if (title.isEmpty()) {
      url.ifPresentOrElse(
          links()::add,
          () -> skip("Row %d has no link that begins with http.".formatted(row.getRecordNumber())));
      return;
    }
    Optional<String> company = value(row, columns, "company");
    Optional<String> location = value(row, columns, "location");
    URI address =
        url.orElseGet(
            () ->
                Pasted.address(
                    title.get() + "\n" + company.orElse("") + "\n" + location.orElse("")));
    String shown = title.get().length() > 300 ? title.get().substring(0, 300) : title.get();
    postings()
        .add(
            Posting.of(address.toString(), shown, address)
                .withCompany(company)
                .withPlaces(location.flatMap(Place::of).stream().toList())
                .withRemote(location.flatMap(RemoteMode::parse))
                .withSalary(value(row, columns, "salary").flatMap(Salary::parse))
                .withPosted(value(row, columns, "posted").flatMap(PostingJsonReader::date))
                .withDescription(value(row, columns, "description").map(Pasted::html)));
  }

  private void skip(String sentence) {
    if (skipped().size() < MOST_SENTENCES) {
      skipped().add(sentence);
    }
  }

  private static Map<String, Integer> columns(CSVRecord row) {
    var columns = new LinkedHashMap<String, Integer>();
    for (int index = 0; index < row.size(); index++) {
      String column = COLUMNS.get(row.get(index).toLowerCase(Locale.ROOT));
      if (column != null) {
        columns.putIfAbsent(column, index);
      }
    }
    return columns;
  }

  private static Optional<String> value(CSVRecord row, Map<String, Integer> columns, String name) {
    Integer index = columns.get(name);
    return index == null || index >= row.size()
        ? Optional.empty()
        : Optional.of(row.get(index)).filter(text -> !text.isBlank());
  }

  private static Optional<URI> firstLink(CSVRecord row) {
    for (String value : row) {
      if (value.regionMatches(true, 0, "http", 0, 4)) {
        Optional<URI> link = Links.of(value);
        if (link.isPresent()) {
          return link;
        }
      }
    }
    return Optional.empty();
  }

  /** Spreadsheets of countries with a decimal comma write semicolons. */
  private static char delimiter(String text) {
    String first = text.lines().findFirst().orElse("");
    char best = ',';
    for (char sign : new char[] {';', '\t'}) {
      if (first.chars().filter(letter -> letter == sign).count()
          > first.chars().filter(letter -> letter == ',').count()) {
        best = sign;
      }
    }
    return best;
  }
}
