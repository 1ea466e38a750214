package dev.peregrine.host.boot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A plugin with exporters that write what they were given, line by line. */
public final class ExporterJar {

  private static final String SOURCE =
      """
      package lines;
      import dev.peregrine.api.*;
      import dev.peregrine.api.export.*;
      import java.io.*;
      import java.nio.charset.StandardCharsets;
      import java.util.*;
      public final class Lines implements Exporter {
        public ExporterDescriptor descriptor() {
          return ExporterDescriptor.of(About.of("lines", "Lines", "Writes lines."), "lines",
                  "text/plain", ExportRequest.Kind.LETTER, ExportRequest.Kind.RESUME,
                  ExportRequest.Kind.APPLICATION, ExportRequest.Kind.JOBS,
                  ExportRequest.Kind.WORK_SEARCH)
              .withExtension("txt")
              .withTemplates(new ExporterDescriptor.Template("wide", "Wide"),
                  new ExporterDescriptor.Template("tall", "Tall"));
        }
        public void export(ExportRequest request, OutputStream to, ExporterContext context)
            throws IOException {
          var out = new StringBuilder(context.layout().title() + " on " + context.layout().paper()
              + " in " + context.layout().template().orElse("none") + "\\n");
          add(request, context, out);
          to.write(out.toString().getBytes(StandardCharsets.UTF_8));
        }
        private void add(ExportRequest request, ExporterContext context, StringBuilder out) {
          switch (request) {
            case ExportRequest.Letter letter -> out.append("from ").append(letter.sender().name())
                .append(" to ").append(letter.recipient()).append(": ").append(letter.body());
            case ExportRequest.Resume resume -> out.append(resume.json());
            case ExportRequest.Application both -> {
              add(both.letter(), context, out);
              add(both.resume(), context, out);
            }
            case ExportRequest.Jobs jobs -> jobs.jobs().forEach(job -> out.append(job.stage())
                .append(' ').append(job.posting().title()).append('\\n'));
            case ExportRequest.WorkSearch search -> {
              out.append(search.from()).append(" to ").append(search.to()).append('\\n');
              search.rows(context.layout()).forEach(row -> out.append(row).append('\\n'));
            }
            default -> {}
          }
        }
      }
      """;

  private ExporterJar() {}

  /** Writes the jar. */
  public static Path write(Path jar) throws IOException {
    return PluginJar.write(
        jar,
        Map.of(
            "Plugin-Id", "exporter-lines",
            "Plugin-Version", "1.2",
            "Plugin-Requires", "0.1",
            "Plugin-Provider", "Test"),
        "dev.peregrine.api.export.Exporter",
        "lines.Lines",
        SOURCE);
  }
}
