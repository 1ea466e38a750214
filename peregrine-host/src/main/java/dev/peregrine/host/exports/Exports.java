package dev.peregrine.host.exports;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.export.ExportRequest;
import dev.peregrine.api.export.Exporter;
import dev.peregrine.api.export.ExporterContext;
import dev.peregrine.api.export.ExporterContext.Layout;
import dev.peregrine.host.plugins.Contexts;
import dev.peregrine.host.plugins.Extension;
import dev.peregrine.host.plugins.PluginBugException;
import dev.peregrine.host.plugins.PluginRuntime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Has exporters write documents for the current tenant. */
public final class Exports {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final PluginRuntime plugins;
  private final Contexts contexts;

  public Exports(PluginRuntime plugins, Contexts contexts) {
    this.plugins = plugins;
    this.contexts = contexts;
  }

  /** In which formats that kind of document can be written, the usual ones first. */
  public List<ExportFormat> formats(ExportRequest.Kind kind) {
    return plugins.extensions(Exporter.class).stream()
        .map(ExportFormat::of)
        .filter(format -> format.kinds().contains(kind))
        .sorted(ExportFormat.ORDER)
        .toList();
  }

  /**
   * The format of that name for a kind of document.
   *
   * @param named id of an exporter, or a format such as {@code pdf}
   */
  public Optional<ExportFormat> find(ExportRequest.Kind kind, String named) {
    List<ExportFormat> formats = formats(kind);
    return formats.stream()
        .filter(format -> format.exporter().equals(named))
        .findFirst()
        .or(() -> formats.stream().filter(format -> format.format().equals(named)).findFirst());
  }

  /**
   * Writes a document.
   *
   * @param format one of {@link #formats} of the request's kind
   * @param layout a template that the format does not have counts as none
   * @param name what the file is named after
   * @throws ExtensionException with a sentence for the person, {@code UNSUPPORTED} where the
   *     exporter cannot write this request or was switched off meanwhile
   * @throws PluginBugException where the exporter fails
   */
  public Written write(ExportRequest request, ExportFormat format, Layout layout, DocumentName name)
      throws ExtensionException, InterruptedException {
    Extension<Exporter> exporter =
        plugins.find(Exporter.class, format.exporter()).orElseThrow(() -> gone(format));
    Optional<String> template = format.template(layout.template());
    var notes = new Notes();
    ExporterContext context =
        contexts.exporter(
            exporter,
            new Layout(layout.locale(), layout.zone(), layout.paper(), template, layout.title()),
            notes);
    byte[] bytes = bytes(exporter, request, context);
    return new Written(
        name.file(format.extension()),
        format.mediaType(),
        bytes,
        sha256(bytes),
        format.exporter(),
        format.version(),
        template,
        notes.all());
  }

  private static byte[] bytes(
      Extension<Exporter> exporter, ExportRequest request, ExporterContext context)
      throws ExtensionException, InterruptedException {
    try (var sheet = new Sheet()) {
      exporter.call(
          LIMIT,
          instance -> {
            try {
              instance.export(request, sheet, context);
              return true;
            } catch (Sheet.FullException full) {
              throw new ExtensionException(
                  Kind.UNSUPPORTED, String.valueOf(full.getMessage()), full);
            } catch (IOException itsOwn) {
              throw new UncheckedIOException(itsOwn); // ours never fails but by being full
            }
          });
      byte[] bytes = sheet.bytes();
      if (bytes.length == 0) {
        throw new ExtensionException(
            Kind.CHANGED_REMOTE,
            "\"%s\" wrote an empty document. Report it to the author of its plugin."
                .formatted(exporter.descriptor().about().name()));
      }
      return bytes;
    }
  }

  private static ExtensionException gone(ExportFormat format) {
    return new ExtensionException(
        Kind.UNSUPPORTED,
        "The exporter \"%s\" is not switched on any more. Switch it on under Plugins, or choose another format."
            .formatted(format.name()));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
