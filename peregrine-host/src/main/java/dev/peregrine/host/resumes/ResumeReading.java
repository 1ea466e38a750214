package dev.peregrine.host.resumes;

import dev.peregrine.host.documents.DocumentException;
import dev.peregrine.host.documents.DocumentText;
import dev.peregrine.host.documents.TextPiece;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads a résumé from a file of any kind that people have. */
public final class ResumeReading {

  private final DocumentText documents;

  public ResumeReading(DocumentText documents) {
    this.documents = documents;
  }

  /**
   * Reads a file: PDF, DOCX, DOC, ODT, RTF, HTML, text, Markdown, JSON Resume, or the archive that
   * LinkedIn exports. Takes about a second; safe to call from many threads.
   *
   * @param name the file's name, for messages and as a hint
   * @throws DocumentException with a sentence for the person: what, why, and what now
   */
  public ParsedResume read(byte[] file, String name)
      throws DocumentException, InterruptedException {
    Optional<ParsedResume> structured = JsonReader.read(file, name);
    if (structured.isEmpty()) {
      structured = LinkedInExport.read(file, name);
    }
    if (structured.isPresent()) {
      return structured.get();
    }
    return parsed(documents.pieces(file, name));
  }

  /** Reads what was recognised on pages that are pictures. */
  public ParsedResume read(List<TextPiece> recognised) {
    return parsed(recognised);
  }

  /** Reads text that was pasted. */
  public ParsedResume readText(String text) throws DocumentException, InterruptedException {
    return read(text.getBytes(StandardCharsets.UTF_8), "pasted text");
  }

  static ParsedResume parsed(List<TextPiece> pieces) {
    boolean pages = pieces.stream().anyMatch(piece -> piece.page() > 0);
    List<Line> unnumbered = pages ? PageLayout.lines(pieces) : FlowLayout.lines(pieces);
    var lines = new ArrayList<Line>();
    for (Line line : unnumbered) {
      lines.add(line.withNumber(lines.size() + 1));
    }
    List<String> links =
        pieces.stream()
            .filter(piece -> piece.kind() == TextPiece.Kind.LINK)
            .map(TextPiece::text)
            .toList();
    ResumeParser.Result result = ResumeParser.parse(lines, links);
    List<SourceLine> source =
        lines.stream()
            .map(
                line ->
                    new SourceLine(
                        line.number(),
                        line.page(),
                        (line.bullet() ? "• " : "") + line.text(),
                        result.dropped().contains(line.number())))
            .toList();
    return new ParsedResume(
        result.document(),
        source.stream()
            .filter(line -> !line.dropped())
            .map(SourceLine::text)
            .collect(Collectors.joining("\n")),
        source,
        result.found(),
        warnings(pieces, result.document()));
  }

  private static List<String> warnings(List<TextPiece> pieces, ResumeDocument document) {
    var warnings = new ArrayList<String>();
    pieces.stream()
        .filter(piece -> piece.kind() == TextPiece.Kind.WARNING)
        .map(TextPiece::text)
        .forEach(warnings::add);
    if (document.basics().name().isEmpty()) {
      warnings.add("No name was found. Type it in.");
    }
    if (document.basics().email().isEmpty()) {
      warnings.add("No e-mail address was found. Type it in.");
    }
    if (document.work().isEmpty()) {
      warnings.add(
          "No positions were found. A heading such as \"Experience\" and dates beside each help.");
    }
    for (Work work : document.work()) {
      if (work.period().start().isEmpty() && work.period().end().isEmpty()) {
        warnings.add(
            "No dates were found for \"%s\". Type them in."
                .formatted(work.position().or(work::name).orElse("a position")));
      }
    }
    return warnings;
  }
}
