package dev.peregrine.plugin.exporter.pdf;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.export.ExportRequest;
import dev.peregrine.api.export.Exporter;
import dev.peregrine.api.export.ExporterContext;
import dev.peregrine.api.export.ExporterContext.Layout;
import dev.peregrine.api.export.ExporterDescriptor;
import dev.peregrine.document.fonts.Legible;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Letters, lists of jobs and reports for authorities as tagged PDF. */
public final class PdfExporter implements Exporter {

  private static final ExporterDescriptor DESCRIPTOR =
      ExporterDescriptor.of(
              About.of(
                  "pdf",
                  "PDF",
                  "Letters, lists of jobs and reports of the search for work as PDF: tagged, with selectable text in reading order and fonts for the scripts of Europe."),
              "pdf",
              "application/pdf",
              ExportRequest.Kind.LETTER,
              ExportRequest.Kind.JOBS,
              ExportRequest.Kind.WORK_SEARCH)
          .withTemplates(
              new ExporterDescriptor.Template(Look.CLASSIC.id(), "Classic: serif, centred head"),
              new ExporterDescriptor.Template(
                  Look.MODERN.id(), "Modern: sans serif, a touch of colour"));

  /** Of a letter's text; the smaller ones where they save a page. */
  private static final List<Float> LETTER_SIZES = List.of(11f, 10.5f, 10f);

  @Override
  public ExporterDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void export(ExportRequest request, OutputStream to, ExporterContext context)
      throws ExtensionException, IOException, InterruptedException {
    var legible = new Legible();
    Layout layout = context.layout();
    byte[] pdf =
        switch (request) {
          case ExportRequest.Letter letter -> letter(letter, new Setting(context, legible, false));
          case ExportRequest.Jobs jobs ->
              new Setting(context, legible, true).set(new JobTable(jobs, layout));
          case ExportRequest.WorkSearch search ->
              new Setting(context, legible, search.columns().size() > 4)
                  .set(new WorkSearchTable(search, layout));
          case ExportRequest other ->
              throw new ExtensionException(
                  Kind.UNSUPPORTED,
                  "A request of kind \"%s\" cannot be written as PDF by this exporter, expected LETTER, JOBS or WORK_SEARCH. Choose another format."
                      .formatted(other.kind()));
        };
    if (!legible.complaint().isEmpty()) {
      context.progress().step(legible.complaint());
    }
    to.write(pdf);
  }

  private static byte[] letter(ExportRequest.Letter letter, Setting setting)
      throws IOException, InterruptedException {
    Look look = Look.of(setting.context().layout());
    LetterText usual = new LetterText(letter, setting.context().layout(), look, 11);
    if (setting.pages(usual) == 1) {
      return setting.set(usual);
    }
    for (float size : LETTER_SIZES) {
      LetterText smaller = new LetterText(letter, setting.context().layout(), look, size);
      if (setting.pages(smaller) == 1) {
        return setting.set(smaller);
      }
    }
    return setting.set(usual);
  }
}
