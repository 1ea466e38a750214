package dev.peregrine.plugin.exporter.pdf.resume;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Json;
import dev.peregrine.api.export.ExportRequest;
import dev.peregrine.api.export.Exporter;
import dev.peregrine.api.export.ExporterContext;
import dev.peregrine.api.export.ExporterDescriptor;
import dev.peregrine.document.fonts.Legible;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;

/** Résumés, and applications of a letter and a résumé, as tagged PDF. */
public final class PdfResumeExporter implements Exporter {

  private static final ExporterDescriptor DESCRIPTOR =
      ExporterDescriptor.of(
              About.of(
                  "pdf-resume",
                  "PDF résumé",
                  "Résumés and whole applications as PDF that people and applicant systems can read: tagged, with selectable text in reading order. Three templates."),
              "pdf",
              "application/pdf",
              ExportRequest.Kind.RESUME,
              ExportRequest.Kind.APPLICATION)
          .withTemplates(
              Arrays.stream(Theme.values())
                  .map(theme -> new ExporterDescriptor.Template(theme.id(), theme.title()))
                  .toArray(ExporterDescriptor.Template[]::new));

  @Override
  public ExporterDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void export(ExportRequest request, OutputStream to, ExporterContext context)
      throws ExtensionException, IOException, InterruptedException {
    var legible = new Legible();
    Theme theme = Theme.of(context.layout());
    Sheet sheet = new Sheet(context, theme, legible);
    switch (request) {
      case ExportRequest.Resume resume ->
          sheet.write(List.of(resume(resume, context, theme, legible)), to);
      case ExportRequest.Application both ->
          sheet.write(
              List.of(
                  new LetterPart(context.layout(), legible).of(both.letter()),
                  resume(both.resume(), context, theme, legible)),
              to);
      case ExportRequest other ->
          throw new ExtensionException(
              Kind.UNSUPPORTED,
              "A request of kind \"%s\" cannot be written as a PDF résumé, expected RESUME or APPLICATION. Choose another format."
                  .formatted(other.kind()));
    }
    if (!legible.complaint().isEmpty()) {
      context.progress().step(legible.complaint());
    }
  }

  private static Part resume(
      ExportRequest.Resume resume, ExporterContext context, Theme theme, Legible legible)
      throws ExtensionException {
    Json json = context.json(resume.json());
    if (!json.isObject()) {
      String text = resume.json().strip();
      throw new ExtensionException(
          Kind.UNSUPPORTED,
          "The résumé \"%s\" cannot be read, expected an object of JSON Resume. Save the résumé again and export it then."
              .formatted(text.length() > 40 ? text.substring(0, 40) + "…" : text));
    }
    return new ResumePart(context.layout(), theme, legible).of(json);
  }
}
