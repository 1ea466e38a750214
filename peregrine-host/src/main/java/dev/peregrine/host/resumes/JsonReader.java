package dev.peregrine.host.resumes;

import dev.peregrine.host.documents.DocumentException;
import dev.peregrine.host.documents.DocumentText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes JSON Resume as it is: every field is sure. */
final class JsonReader {

  private static final int MOST_BYTES = 5 << 20;

  private JsonReader() {}

  static Optional<ParsedResume> read(byte[] file, String name) throws DocumentException {
    int first = 0;
    while (first < file.length && first < 1024 && (file[first] <= ' ')) {
      first++;
    }
    boolean json = first < file.length && file[first] == '{' && !startsWith(file, first, "{\\rtf");
    if (!json) {
      return Optional.empty();
    }
    if (file.length > MOST_BYTES) {
      throw new DocumentException(
          "\"%s\" has %d MiB of JSON, expected at most 5. Choose a file with one résumé."
              .formatted(name, file.length >> 20));
    }
    String text = DocumentText.decode(file);
    Optional<ResumeDocument> document = ResumeJson.read(text);
    if (document.isEmpty() && name.endsWith(".json")) {
      throw new DocumentException(
          "\"%s\" is not quite JSON. Check it for a missing comma or bracket.".formatted(name));
    }
    return document.map(it -> parsed(it, text));
  }

  private static boolean startsWith(byte[] file, int at, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (at + i >= file.length || file[at + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static ParsedResume parsed(ResumeDocument document, String text) {
    List<String> texts = text.lines().toList();
    var lines = new ArrayList<SourceLine>();
    for (String line : texts) {
      lines.add(new SourceLine(lines.size() + 1, 0, line, false));
    }
    var found = new ArrayList<Evidence>();
    int[] at = {0};
    walk("", ResumeJson.of(document), texts, at, found);
    List<String> warnings =
        document.equals(ResumeDocument.EMPTY.withOther(document.other()))
            ? List.of("It is JSON, but nothing of a JSON Resume is in it.")
            : List.of();
    return new ParsedResume(document, text, lines, found, warnings);
  }

  private static void walk(
      String path, Object value, List<String> lines, int[] at, List<Evidence> found) {
    switch (value) {
      case Map<?, ?> map ->
          map.forEach(
              (key, inner) -> {
                if (inner != null) {
                  walk(
                      path.isEmpty() ? String.valueOf(key) : path + "." + key,
                      inner,
                      lines,
                      at,
                      found);
                }
              });
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          if (list.get(i) != null) {
            walk(path + "[" + i + "]", list.get(i), lines, at, found);
          }
        }
      }
      default -> {
        String text = String.valueOf(value);
        String start = text.length() > 20 ? text.substring(0, 20) : text;
        int line = 1;
        for (int i = 0; i < lines.size(); i++) {
          int looked = (at[0] + i) % lines.size();
          if (lines.get(looked).contains(start)) {
            line = looked + 1;
            at[0] = looked;
            break;
          }
        }
        found.add(new Evidence(path, text, 1, line, line));
      }
    }
  }
}
