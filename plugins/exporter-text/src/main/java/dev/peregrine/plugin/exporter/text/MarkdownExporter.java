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

/** Markdown, as CommonMark reads it; tables as GitHub does. */
public final class MarkdownExporter implements Exporter {

  private static final ExporterDescriptor DESCRIPTOR =
      ExporterDescriptor.of(
              About.of("markdown", "Markdown", "Letters, résumés and lists as Markdown."),
              "markdown",
              "text/markdown",
              Kind.LETTER,
              Kind.RESUME,
              Kind.APPLICATION,
              Kind.JOBS,
              Kind.WORK_SEARCH)
          .withExtension("md");

  @Override
  public ExporterDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void export(ExportRequest request, OutputStream to, ExporterContext context)
      throws ExtensionException, IOException {
    to.write(Markdown.of(Outline.of(request, context)).getBytes(StandardCharsets.UTF_8));
  }
}
