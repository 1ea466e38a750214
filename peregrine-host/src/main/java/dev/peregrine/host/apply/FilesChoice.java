package dev.peregrine.host.apply;

import dev.peregrine.api.export.ExportRequest.Kind;
import dev.peregrine.api.export.ExporterContext.Paper;
import dev.peregrine.host.exports.ExportFormat;
import dev.peregrine.host.web.Visit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the person chose to see of the documents for a job. What makes no sense counts as the usual.
 *
 * @param format empty where no exporter writes that kind
 */
record FilesChoice(
    Kind kind, Optional<ExportFormat> format, Optional<String> template, Paper paper) {

  static final List<Kind> KINDS = List.of(Kind.APPLICATION, Kind.LETTER, Kind.RESUME);

  static Kind kind(Visit visit, Kind usual) {
    return KINDS.stream()
        .filter(each -> key(each).equals(visit.value("kind")))
        .findFirst()
        .orElse(usual);
  }

  static FilesChoice of(Visit visit, Kind kind, List<ExportFormat> formats, Paper usual) {
    Optional<ExportFormat> format =
        formats.stream()
            .filter(each -> each.exporter().equals(visit.value("format")))
            .findFirst()
            .or(() -> formats.stream().findFirst());
    return new FilesChoice(
        kind,
        format,
        format.flatMap(each -> each.template(Optional.of(visit.value("template")))),
        Arrays.stream(Paper.values())
            .filter(each -> key(each).equals(visit.value("paper")))
            .findFirst()
            .orElse(usual));
  }

  static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** After the question mark. */
  String query() {
    return "kind="
        + key(kind)
        + format.map(each -> "&format=" + encoded(each.exporter())).orElse("")
        + template.map(each -> "&template=" + encoded(each)).orElse("")
        + "&paper="
        + key(paper);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
