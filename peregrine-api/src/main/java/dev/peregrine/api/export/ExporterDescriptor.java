package dev.peregrine.api.export;

import dev.peregrine.api.About;
import dev.peregrine.api.Descriptor;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an exporter is and can write.
 *
 * @param about name, hosts and settings
 * @param format the format's name for scripts, such as {@code pdf}: 2 to 20 of {@code a–z}, {@code
 *     0–9} and {@code -}; several exporters may write one format, each other kinds of request
 * @param mediaType such as {@code application/pdf}
 * @param extension of the file's name, without the dot: 1 to 10 of {@code a–z} and {@code 0–9}
 * @param exports the kinds of request that it can write, at least one
 * @param templates what the person may choose the look from, the first being the usual one; none
 *     where there is only one look
 * @since 0.1
 */
public record ExporterDescriptor(
    About about,
    String format,
    String mediaType,
    String extension,
    Set<ExportRequest.Kind> exports,
    List<Template> templates)
    implements Descriptor {

  private static final Pattern FORMAT = Pattern.compile("[a-z0-9][a-z0-9-]{1,19}");
  private static final Pattern EXTENSION = Pattern.compile("[a-z0-9]{1,10}");

  /**
   * A look of a document.
   *
   * @param id for {@link ExporterContext.Layout#template}
   * @param name as people read it
   */
  public record Template(String id, String name) {
    public Template {
      if (id.isBlank() || name.isBlank()) {
        throw new IllegalArgumentException(
            "Template \"%s\" with name \"%s\": expected both.".formatted(id, name));
      }
    }
  }

  public ExporterDescriptor {
    Objects.requireNonNull(about);
    if (!FORMAT.matcher(format).matches()) {
      throw new IllegalArgumentException(
          "Exporter \"%s\": format \"%s\", expected 2 to 20 of a-z, 0-9 and -."
              .formatted(about.id(), format));
    }
    if (mediaType.indexOf('/') < 1) {
      throw new IllegalArgumentException(
          "Exporter \"%s\": media type \"%s\", expected one such as application/pdf."
              .formatted(about.id(), mediaType));
    }
    if (!EXTENSION.matcher(extension).matches()) {
      throw new IllegalArgumentException(
          "Exporter \"%s\": extension \"%s\", expected 1 to 10 of a-z and 0-9."
              .formatted(about.id(), extension));
    }
    if (exports.isEmpty()) {
      throw new IllegalArgumentException(
          "Exporter \"%s\": it exports nothing, expected at least one kind.".formatted(about.id()));
    }
    exports = Collections.unmodifiableSet(EnumSet.copyOf(exports));
    templates = List.copyOf(templates);
    var ids = new HashSet<String>();
    for (Template template : templates) {
      if (!ids.add(template.id())) {
        throw new IllegalArgumentException(
            "Exporter \"%s\": template \"%s\" is declared twice."
                .formatted(about.id(), template.id()));
      }
    }
  }

  /** An exporter whose format is also the extension, with one look. */
  public static ExporterDescriptor of(
      About about, String format, String mediaType, ExportRequest.Kind... exports) {
    return new ExporterDescriptor(about, format, mediaType, format, Set.of(exports), List.of());
  }

  /** This with another extension. */
  public ExporterDescriptor withExtension(String newExtension) {
    return new ExporterDescriptor(about, format, mediaType, newExtension, exports, templates);
  }

  /** This with other templates. */
  public ExporterDescriptor withTemplates(Template... newTemplates) {
    return new ExporterDescriptor(
        about, format, mediaType, extension, exports, List.of(newTemplates));
  }
}
