package dev.peregrine.host.backup;

import dev.peregrine.host.intake.PostingJson;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.JobFilter;
import dev.peregrine.host.pipeline.JobPage;
import dev.peregrine.host.pipeline.JobRow;
import dev.peregrine.host.pipeline.Jobs;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** All postings with where they stand, for spreadsheets and other programs. */
final class PostingsFile {

  private static final int PAGE = 200;

  private static final List<String> COLUMNS =
      List.of(
          "id",
          "title",
          "company",
          "location",
          "stage",
          "score",
          "url",
          "apply_url",
          "source",
          "remote",
          "salary_min",
          "salary_max",
          "salary_currency",
          "salary_period",
          "date_posted",
          "employment_types",
          "description");

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Jobs jobs;

  PostingsFile(Jobs jobs) {
    this.jobs = jobs;
  }

  private interface Row {
    void take(Map<String, @Nullable Object> posting) throws IOException;
  }

  /** A list of objects, in the shape of {@code jobs list --json}. */
  void json(OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writer.write("[");
    var separator = new String[] {"\n"};
    each(
        posting -> {
          writer.write(separator[0]);
          writer.write(JSON.writeValueAsString(posting));
          separator[0] = ",\n";
        });
    writer.write("\n]\n");
    writer.flush();
  }

  /** A table with a heading, as spreadsheets read it. */
  void csv(OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    // Without this mark, Excel takes the file for another encoding.
    writer.write('\uFEFF');
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader(COLUMNS.toArray(String[]::new)).get();
    @SuppressWarnings("resource") // closing it would close what we were lent
    var printer = new CSVPrinter(writer, format);
    each(
        posting -> {
          var cells = new ArrayList<String>();
          for (String column : COLUMNS) {
            cells.add(cell(posting.get(column)));
          }
          printer.printRecord(cells);
        });
    writer.flush();
  }

  /** A board's text must not become a formula in the person's spreadsheet. */
  static String cell(@Nullable Object value) {
    String text =
        switch (value) {
          case null -> "";
          case List<?> list -> String.join(", ", list.stream().map(String::valueOf).toList());
          default -> Objects.toString(value);
        };
    boolean isFormula =
        value instanceof String && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    return isFormula ? "'" + text : text;
  }

  private void each(Row row) throws IOException {
    Optional<String> after = Optional.empty();
    do {
      JobPage page = jobs.page(JobFilter.all().withOrder(JobFilter.Order.NEWEST), after, PAGE);
      for (JobRow job : page.rows()) {
        Optional<Job> found = jobs.findById(job.id());
        if (found.isPresent()) {
          row.take(values(job, found.get()));
        }
      }
      after = page.next();
    } while (after.isPresent());
  }

  private static Map<String, @Nullable Object> values(JobRow row, Job job) {
    var values = new LinkedHashMap<String, @Nullable Object>();
    values.putAll(
        PostingJson.of(
            Long.toString(job.id()),
            job.posting(),
            job.board(),
            Optional.of(job.descriptionText()).filter(text -> !text.isBlank())));
    values.put("stage", row.stage().key());
    values.put("score", row.score().orElse(null));
    return values;
  }
}
