package dev.peregrine.plugin.exporter.tables;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.export.ExportRequest;
import dev.peregrine.api.export.ExportRequest.Kind;
import dev.peregrine.api.export.Exporter;
import dev.peregrine.api.export.ExporterContext;
import dev.peregrine.api.export.ExporterDescriptor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Comma-separated values (RFC 4180), as spreadsheets and databases read them. */
public final class CsvExporter implements Exporter {

  private static final ExporterDescriptor DESCRIPTOR =
      ExporterDescriptor.of(
          About.of("csv", "CSV", "Lists of jobs and reports for spreadsheets and databases.")
              .withSettings(
                  new SettingSpec.Choice(
                      "separator",
                      "Between two values",
                      "Spreadsheets in languages with a decimal comma expect a semicolon.",
                      List.of(
                          new SettingSpec.Option("comma", "Comma"),
                          new SettingSpec.Option("semicolon", "Semicolon"),
                          new SettingSpec.Option("tab", "Tabulator")),
                      "comma")),
          "csv",
          "text/csv",
          Kind.JOBS,
          Kind.WORK_SEARCH);

  @Override
  public ExporterDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void export(ExportRequest request, OutputStream to, ExporterContext context)
      throws ExtensionException, IOException {
    char separator =
        switch (context.settings().choice("separator")) {
          case "semicolon" -> ';';
          case "tab" -> '\t';
          default -> ',';
        };
    String text = new Csv(separator).of(Table.of(request, context.layout()));
    to.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
