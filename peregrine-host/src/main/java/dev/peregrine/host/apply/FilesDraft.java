package dev.peregrine.host.apply;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.export.ExportRequest.Kind;
import dev.peregrine.api.export.ExporterContext.Paper;
import dev.peregrine.host.apply.FilesPart.Choice;
import dev.peregrine.host.apply.FilesPart.Fix;
import dev.peregrine.host.exports.ExportFormat;
import dev.peregrine.host.exports.Prepared;
import dev.peregrine.host.letters.Clearance;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is chosen, and what comes of it. */
record FilesDraft(long job, FilesChoice choice, List<ExportFormat> formats) {

  FilesPart blocked(Clearance.Blocked why) {
    return part(
        "",
        t("exports.letter-blocked"),
        why.claims().stream()
            .map(claim -> t("exports.claim", "text", claim.text(), "why", claim.why()))
            .toList(),
        why.places(),
        Optional.of(new Fix(t("exports.to-letter"), "/apply/%d/letter".formatted(job))),
        "",
        "");
  }

  FilesPart missing(Prepared.Part part) {
    return switch (part) {
      case LETTER ->
          failed(
              t("exports.no-letter"),
              Optional.of(new Fix(t("exports.to-letter"), "/apply/%d/letter".formatted(job))));
      case RESUME ->
          failed(t("exports.no-resume"), Optional.of(new Fix(t("exports.to-resume"), "/profile")));
      case NAME ->
          failed(
              t("exports.no-name"),
              Optional.of(new Fix(t("exports.to-person"), "/profile/person")));
    };
  }

  FilesPart failed(String problem, Optional<Fix> fix) {
    return part("", problem, List.of(), List.of(), fix, "", "");
  }

  FilesPart framed(String name) {
    // Where the browser's viewer of PDF listens to it: no pages at the side, the whole width.
    return done(name, "", address("preview") + "#navpanes=0&view=FitH");
  }

  FilesPart text(String name, String text) {
    return done(name, text, "");
  }

  FilesPart unseen(String name) {
    return done(name, "", "");
  }

  private FilesPart done(String name, String text, String frame) {
    return part(name, "", List.of(), List.of(), Optional.empty(), text, frame);
  }

  private String address(String what) {
    return "/apply/%d/files/%s?%s".formatted(job, what, choice.query());
  }

  private FilesPart part(
      String name,
      String problem,
      List<String> claims,
      List<String> places,
      Optional<Fix> fix,
      String text,
      String frame) {
    return new FilesPart(
        job,
        FilesChoice.KINDS.stream()
            .map(kind -> new Choice(FilesChoice.key(kind), said(kind), kind == choice.kind()))
            .toList(),
        formats.stream()
            .map(
                format ->
                    new Choice(
                        format.exporter(),
                        format.name(),
                        choice.format().equals(Optional.of(format))))
            .toList(),
        choice.format().stream()
            .flatMap(format -> format.templates().stream())
            .map(
                template ->
                    new Choice(
                        template.id(),
                        template.name(),
                        choice.template().equals(Optional.of(template.id()))))
            .toList(),
        Arrays.stream(Paper.values())
            .map(paper -> new Choice(FilesChoice.key(paper), said(paper), paper == choice.paper()))
            .toList(),
        name,
        name.isEmpty() ? "" : address("download"),
        problem,
        claims,
        places,
        fix,
        text,
        frame);
  }

  private static String said(Kind kind) {
    return switch (kind) {
      case LETTER -> t("exports.letter");
      case RESUME -> t("exports.resume");
      default -> t("exports.application");
    };
  }

  private static String said(Paper paper) {
    return switch (paper) {
      case A4 -> t("exports.a4");
      case US_LETTER -> t("exports.us-letter");
    };
  }
}
