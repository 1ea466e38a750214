package dev.peregrine.plugin.exporter.text;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.export.ExportRequest;
import dev.peregrine.api.export.ExportRequest.Kind;
import dev.peregrine.api.export.Exporter;
import dev.peregrine.api.export.ExporterContext;
import dev.peregrine.api.export.ExporterDescriptor;
import dev.peregrine.document.outline.Outline;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A page of HTML that stands alone and prints well. */
public final class HtmlExporter implements Exporter {

  private static final ExporterDescriptor DESCRIPTOR =
      ExporterDescriptor.of(
          About.of("html", "HTML", "Letters, résumés and lists as a page for browsers."),
          "html",
          "text/html",
          Kind.LETTER,
          Kind.RESUME,
          Kind.APPLICATION,
          Kind.JOBS,
          Kind.WORK_SEARCH);

  @Override
  public ExporterDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void export(ExportRequest request, OutputStream to, ExporterContext context)
      throws ExtensionException, IOException {
    String page = Html.of(Outline.of(request, context), context.layout());
    to.write(page.getBytes(StandardCharsets.UTF_8));
  }
}
