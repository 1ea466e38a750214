package dev.peregrine.host.exports;

import dev.peregrine.api.export.ExportRequest;
import dev.peregrine.api.export.ExporterDescriptor;
import dev.peregrine.host.plugins.Extension;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A way in which documents can be written.
 *
 * @param exporter id of the exporter
 * @param version of its plugin
 * @param name as people read it
 * @param format for scripts, such as {@code pdf}; two exporters may share one
 * @param kinds what it can write
 * @param templates to choose the look from, the usual one first; empty where there is only one
 */
public record ExportFormat(
    String exporter,
    String version,
    String name,
    String format,
    String mediaType,
    String extension,
    Set<ExportRequest.Kind> kinds,
    List<ExporterDescriptor.Template> templates) {

  /** What employers take most, first. */
  private static final List<String> USUAL =
      List.of("pdf", "docx", "odt", "html", "markdown", "text", "xlsx", "csv");

  static final Comparator<ExportFormat> ORDER =
      Comparator.comparingInt(ExportFormat::rank)
          .thenComparing(ExportFormat::format)
          .thenComparing(ExportFormat::exporter);

  public ExportFormat {
    kinds = Set.copyOf(kinds);
    templates = List.copyOf(templates);
  }

  static ExportFormat of(Extension<?> extension) {
    var says = (ExporterDescriptor) extension.descriptor();
    return new ExportFormat(
        says.about().id(),
        extension.plugin().version(),
        says.about().name(),
        says.format(),
        says.mediaType(),
        says.extension(),
        says.exports(),
        says.templates());
  }

  /** Whether it has that template. */
  public boolean has(String template) {
    return templates.stream().anyMatch(each -> each.id().equals(template));
  }

  /** The template to use where that one was asked for; empty where there is only one look. */
  public Optional<String> template(Optional<String> wanted) {
    return wanted
        .filter(this::has)
        .or(() -> templates.stream().findFirst().map(ExporterDescriptor.Template::id));
  }

  private int rank() {
    int at = USUAL.indexOf(format);
    return at < 0 ? USUAL.size() : at;
  }
}
