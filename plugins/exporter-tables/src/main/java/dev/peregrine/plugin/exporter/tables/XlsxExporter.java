package dev.peregrine.plugin.exporter.tables;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.export.ExportRequest;
import dev.peregrine.api.export.ExportRequest.Kind;
import dev.peregrine.api.export.Exporter;
import dev.peregrine.api.export.ExporterContext;
import dev.peregrine.api.export.ExporterDescriptor;
import java.io.IOException;
import java.io.OutputStream;

/** A workbook with one sheet. */
public final class XlsxExporter implements Exporter {

  private static final ExporterDescriptor DESCRIPTOR =
      ExporterDescriptor.of(
          About.of("xlsx", "Excel", "Lists of jobs and reports for Excel and LibreOffice."),
          "xlsx",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          Kind.JOBS,
          Kind.WORK_SEARCH);

  @Override
  public ExporterDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void export(ExportRequest request, OutputStream to, ExporterContext context)
      throws ExtensionException, IOException {
    Workbook.write(Table.of(request, context.layout()), context.layout(), to);
  }
}
