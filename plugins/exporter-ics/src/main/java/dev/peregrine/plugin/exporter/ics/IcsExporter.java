package dev.peregrine.plugin.exporter.ics;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.export.ExportRequest;
import dev.peregrine.api.export.ExportRequest.Kind;
import dev.peregrine.api.export.Exporter;
import dev.peregrine.api.export.ExporterContext;
import dev.peregrine.api.export.ExporterDescriptor;
import dev.peregrine.calendar.wire.Ics;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A calendar file, which every calendar takes. */
public final class IcsExporter implements Exporter {

  private static final ExporterDescriptor DESCRIPTOR =
      ExporterDescriptor.of(
          About.of("ics", "Calendar file", "Interviews and due dates for any calendar."),
          "ics",
          "text/calendar",
          Kind.EVENTS);

  @Override
  public ExporterDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void export(ExportRequest request, OutputStream to, ExporterContext context)
      throws ExtensionException, IOException {
    if (!(request instanceof ExportRequest.Events events)) {
      throw new ExtensionException(
          ExtensionException.Kind.UNSUPPORTED,
          "A calendar file holds no \"%s\", expected events. Choose another format."
              .formatted(request.kind()));
    }
    String text = Ics.of(events, context.clock().instant());
    to.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
