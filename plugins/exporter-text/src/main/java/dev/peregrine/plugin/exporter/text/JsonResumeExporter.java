package dev.peregrine.plugin.exporter.text;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.export.ExportRequest;
import dev.peregrine.api.export.ExportRequest.Kind;
import dev.peregrine.api.export.Exporter;
import dev.peregrine.api.export.ExporterContext;
import dev.peregrine.api.export.ExporterDescriptor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** The résumé as it is kept, for other programs (jsonresume.org). */
public final class JsonResumeExporter implements Exporter {

  private static final ExporterDescriptor DESCRIPTOR =
      new ExporterDescriptor(
          About.of(
                  "json-resume",
                  "JSON Resume",
                  "Résumés in the open format of jsonresume.org, for other programs.")
              .withHomepage("https://jsonresume.org/schema"),
          "json-resume",
          "application/json",
          "json",
          Set.of(Kind.RESUME),
          List.of());

  @Override
  public ExporterDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void export(ExportRequest request, OutputStream to, ExporterContext context)
      throws ExtensionException, IOException {
    if (!(request instanceof ExportRequest.Resume resume)) {
      throw new ExtensionException(
          ExtensionException.Kind.UNSUPPORTED,
          "JSON Resume holds no \"%s\", expected a résumé.".formatted(request.kind()));
    }
    if (!context.json(resume.json()).isObject()) {
      throw new ExtensionException(
          ExtensionException.Kind.UNSUPPORTED,
          "The résumé is no JSON object, expected one as jsonresume.org describes it. Save it once more under Profile.");
    }
    to.write((resume.json().strip() + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
