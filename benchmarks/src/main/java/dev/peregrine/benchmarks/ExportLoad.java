package dev.peregrine.benchmarks;

import dev.peregrine.api.export.ExportRequest;
import dev.peregrine.api.export.ExportRequest.Kind;
import dev.peregrine.api.export.ExporterContext.Layout;
import dev.peregrine.api.export.ExporterContext.Paper;
import dev.peregrine.host.exports.DocumentName;
import dev.peregrine.host.exports.ExportFormat;
import dev.peregrine.host.exports.Exports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Measures how long a résumé of two pages takes as PDF, in each template: {@code benchmarks/run.sh
 * ExportLoad}. The first is cold; then warm ones, of which the median and the slowest are said.
 */
public final class ExportLoad {

  private static final int WARMING = 40;
  private static final int MEASURED = 40;

  private ExportLoad() {}

  public static void main(String[] arguments) throws Exception {
    Path shipped = Path.of(System.getProperty("peregrine.install")).resolve("plugins");
    try (var load = new LoadHome(Files.createTempDirectory("export-load"), shipped)) {
      var exports = new Exports(load.plugins, load.contexts);
      load.tenant.call(
          () -> {
            ExportFormat pdf = exports.find(Kind.RESUME, "pdf").orElseThrow();
            for (String template : new String[] {"classic", "modern", "compact"}) {
              measure(exports, pdf, template);
            }
            return null;
          });
    }
  }

  private static void measure(Exports exports, ExportFormat pdf, String template) throws Exception {
    var layout =
        new Layout(Locale.GERMANY, ZoneOffset.UTC, Paper.A4, Optional.of(template), "Résumé");
    var name =
        new DocumentName(
            DocumentName.USUAL, "Resume", "Zoë", "Village", "", LocalDate.of(2026, 11, 22));
    long cold = once(exports, pdf, layout, name);
    for (int i = 0; i < WARMING; i++) {
      once(exports, pdf, layout, name);
    }
    long cpu = LoadHome.cpu();
    long[] took = new long[MEASURED];
    for (int i = 0; i < MEASURED; i++) {
      took[i] = once(exports, pdf, layout, name);
    }
    cpu = LoadHome.cpu() - cpu;
    Arrays.sort(took);
    System.out.printf(
        "%s: first %.0f ms; warm p50 %.0f ms, slowest %.0f ms, %.0f CPU-ms each%n",
        template,
        cold / 1e6,
        took[MEASURED / 2] / 1e6,
        took[MEASURED - 1] / 1e6,
        cpu / 1e6 / MEASURED);
  }

  private static long once(Exports exports, ExportFormat pdf, Layout layout, DocumentName name)
      throws Exception {
    long begin = System.nanoTime();
    exports.write(new ExportRequest.Resume(resume()), pdf, layout, name);
    return System.nanoTime() - begin;
  }

  /** Six positions with six bullets each: two pages. */
  private static String resume() {
    String work =
        IntStream.rangeClosed(1, 6)
            .mapToObj(
                at ->
                    """
                    {"name": "Village %d GmbH", "position": "Engineer", "startDate": "20%02d-03",
                     "endDate": "20%02d-02", "highlights": [%s]}"""
                        .formatted(
                            at,
                            10 + at,
                            11 + at,
                            IntStream.rangeClosed(1, 6)
                                .mapToObj(
                                    bullet ->
                                        "\"Moved %d million readings a day from batches to events, and with them how %d teams work.\""
                                            .formatted(bullet, at))
                                .collect(Collectors.joining(","))))
            .collect(Collectors.joining(","));
    return """
        {"basics": {"name": "Zoë Łukasz-Müller", "label": "Engineer", "email": "zoe@example.org",
         "summary": "Eleven years of billing, in systems that let people sleep at night."},
         "work": [%s],
         "education": [{"institution": "TU", "studyType": "MSc", "endDate": "2010"}],
         "skills": [{"name": "Backend", "keywords": ["Java", "Kafka", "PostgreSQL"]}],
         "languages": [{"language": "Ελληνικά"}, {"language": "Українська"}]}
        """
        .formatted(work);
  }
}
