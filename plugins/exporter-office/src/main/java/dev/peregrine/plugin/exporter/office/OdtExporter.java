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

/**
 * OpenDocument text (OASIS ODF 1.3), as LibreOffice writes it. Written with the JDK's XML writer:
 * ODF Toolkit needs Xerces, whose packages are the JDK's own, so that it cannot be in a module
 * layer.
 */
public final class OdtExporter implements Exporter {

  private static final ExporterDescriptor DESCRIPTOR =
      ExporterDescriptor.of(
          About.of("odt", "OpenDocument", "Letters, résumés and lists for LibreOffice and Word."),
          "odt",
          OdtDocument.TYPE,
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
      throw Unsupported.by("OpenDocument", request);
    }
    var bytes = new ByteArrayOutputStream();
    new OdtDocument(context.layout(), context.clock().instant())
        .write(Outline.of(request, context), bytes);
    to.write(bytes.toByteArray());
  }
}
