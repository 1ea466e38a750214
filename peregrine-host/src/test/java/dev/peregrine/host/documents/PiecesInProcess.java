package dev.peregrine.host.documents;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads documents without a process of their own, so that hundreds take seconds. */
public final class PiecesInProcess {

  private PiecesInProcess() {}

  public static List<TextPiece> of(byte[] document, String kind) throws Exception {
    List<TextPiece> pieces =
        switch (kind) {
          case "pdf" -> PdfPieces.of(document);
          case "docx", "docx-table" -> DocxPieces.of(document);
          case "odt" -> OdtPieces.of(document);
          case "rtf" -> HtmlPieces.of(ReadDocument.html(document, DocumentKind.RTF));
          case "txt" ->
              new String(document, StandardCharsets.UTF_8)
                  .lines()
                  .map(line -> TextPiece.paragraph(line, false, false, false))
                  .toList();
          default -> throw new IllegalArgumentException("Kind \"" + kind + "\"");
        };
    return TextPiece.parse(String.join("\n", pieces.stream().map(TextPiece::line).toList()));
  }
}
