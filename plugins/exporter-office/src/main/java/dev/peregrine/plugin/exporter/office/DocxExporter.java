package dev.peregrine.plugin.exporter.office;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.export.ExportRequest;
import dev.peregrine.api.export.ExportRequest.Kind;
import dev.peregrine.api.export.Exporter;
import dev.peregrine.api.export.ExporterContext;
import dev.peregrine.api.export.ExporterDescriptor;
import dev.peregrine.document.outline.Outline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Word's format (Office Open XML, ECMA-376), written with Apache POI. */
public final class DocxExporter implements Exporter {

  private static final ExporterDescriptor DESCRIPTOR =
      ExporterDescriptor.of(
          About.of("docx", "Word", "Letters, résumés and lists for Word and LibreOffice."),
          "docx",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          Kind.LETTER,
          Kind.RESUME,
          Kind.APPLICATION,
          Kind.WORK_SEARCH);

  @Override
  public ExporterDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void export(ExportRequest request, OutputStream to, ExporterContext context)
      throws ExtensionException, IOException {
    if (!DESCRIPTOR.exports().contains(request.kind())) {
      throw Unsupported.by("Word", request);
    }
    var bytes = new ByteArrayOutputStream();
    try (var document = new DocxDocument(context.layout(), context.clock().instant())) {
      document.add(Outline.of(request, context));
      document.write(bytes);
    }
    SteadyZip.copy(bytes.toByteArray(), to);
  }
}
